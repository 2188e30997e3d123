"""Writes test/analysis/expected.json: small graphs with the values that NetworkX and igraph give for them.

usage: python expected.py > test/analysis/expected.json     (needs igraph, networkx, numpy, scipy)
"""
import json
import random
import sys

import igraph
import networkx

TRIADS = ["003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300"]


def karate():
    """Zachary's club, each tie turned into one or two arcs."""
    draw = random.Random(1)
    arcs = []
    for a, b, data in networkx.karate_club_graph().edges(data=True):
        arcs.append([a, b, data["weight"]])
        if draw.random() < 0.4:
            arcs.append([b, a, 1])
    return 34, arcs


def sparse():
    """Random arcs: trees, several parts, nodes without arcs."""
    draw = random.Random(2)
    pairs = {(draw.randrange(60), draw.randrange(60)) for _ in range(70)}
    return 60, [[a, b, draw.randrange(1, 5)] for a, b in sorted(pairs) if a != b]


def dense():
    draw = random.Random(3)
    pairs = {(draw.randrange(40), draw.randrange(40)) for _ in range(500)}
    return 40, [[a, b, draw.randrange(1, 9)] for a, b in sorted(pairs) if a != b]


def grid():
    """Many equal shortest paths."""
    graph = networkx.convert_node_labels_to_integers(networkx.grid_2d_graph(6, 7), ordering="sorted")
    return 42, [[a, b, 1] for a, b in graph.edges()]


def tree():
    graph = networkx.balanced_tree(3, 3)
    return graph.number_of_nodes(), [[a, b, 1] for a, b in graph.edges()]


def measured(nodes, arcs):
    directed = networkx.DiGraph()
    directed.add_nodes_from(range(nodes))
    directed.add_weighted_edges_from(arcs)
    both = networkx.Graph()
    both.add_nodes_from(range(nodes))
    for a, b, weight in arcs:
        both.add_edge(a, b, weight=weight + both.get_edge_data(a, b, {"weight": 0})["weight"])
    listed = lambda values: [values[v] for v in range(nodes)]
    flat = igraph.Graph(nodes, [(a, b) for a, b in both.edges()])
    flat.es["weight"] = [both.edges[edge]["weight"] for edge in both.edges()]
    one_way = igraph.Graph(nodes, [(a, b) for a, b, _ in arcs], directed=True)
    hubs, authorities = networkx.hits(directed, tol=1e-15, max_iter=100_000)
    return {
        "nodes": nodes,
        "arcs": arcs,
        "betweenness": listed(networkx.betweenness_centrality(both, normalized=False)),
        "directedBetweenness": one_way.betweenness(directed=True),
        "harmonic": listed(networkx.harmonic_centrality(both)),
        "directedHarmonic": listed(networkx.harmonic_centrality(directed)),
        "pageRank": listed(networkx.pagerank(directed, tol=1e-15, max_iter=10_000)),
        "eigenvector": flat.eigenvector_centrality(weights="weight"),
        "initiator": listed(hubs),
        "target": listed(authorities),
        "core": listed(networkx.core_number(both)),
        "weakComponents": networkx.number_weakly_connected_components(directed),
        "strongComponents": networkx.number_strongly_connected_components(directed),
        "reciprocity": networkx.overall_reciprocity(directed),
        "triads": [networkx.triadic_census(directed)[each] for each in TRIADS],
        "leidenModularity": flat.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1).q,
    }


GRAPHS = {"karate": karate, "sparse": sparse, "dense": dense, "grid": grid, "tree": tree}
json.dump(
    {
        "madeWith": f"scripts/bench-peers/expected.py, networkx {networkx.__version__}, igraph {igraph.__version__}",
        "graphs": {name: measured(*make()) for name, make in GRAPHS.items()},
    },
    sys.stdout,
)
