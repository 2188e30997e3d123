"""Measures of python-igraph and NetworkX on one edge list: CPU time and values.

usage: centrality.py EDGES LIBRARY MEASURE REPEATS   → one line of JSON {"ms": […], "values": […]}
EDGES is binary: u32 nodes, u32 arcs, u32[arcs] sources, u32[arcs] targets, f64[arcs] weights (directed, simple).
"""
import array
import json
import sys
import time


def read(path):
    data = open(path, "rb").read()
    head = array.array("I", data[:8])
    nodes, arcs = head
    sources = array.array("I", data[8:8 + 4 * arcs])
    targets = array.array("I", data[8 + 4 * arcs:8 + 8 * arcs])
    weights = array.array("d", data[8 + 8 * arcs:8 + 16 * arcs])
    return nodes, list(zip(sources, targets)), list(weights)


def igraph_measures(nodes, arcs, weights):
    import igraph

    directed = igraph.Graph(nodes, arcs, directed=True)
    directed.es["weight"] = weights
    both = directed.as_undirected(mode="collapse", combine_edges={"weight": "sum"})
    both.simplify(combine_edges={"weight": "sum"})
    return {
        "betweenness": lambda: both.betweenness(),
        "harmonic": lambda: both.harmonic_centrality(),
        "pagerank": lambda: directed.pagerank(weights="weight"),
        "eigenvector": lambda: both.eigenvector_centrality(weights="weight"),
        "initiator": lambda: directed.hub_score(weights="weight"),
        "target": lambda: directed.authority_score(weights="weight"),
        "core": lambda: both.coreness(),
        "components": lambda: both.connected_components().membership,
        "strong": lambda: directed.connected_components(mode="strong").membership,
        "leiden": lambda: [both.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1).q],
        "triads": lambda: list(directed.triad_census()),
        "reciprocity": lambda: [directed.reciprocity()],
    }


def networkx_measures(nodes, arcs, weights):
    import networkx

    directed = networkx.DiGraph()
    directed.add_nodes_from(range(nodes))
    directed.add_weighted_edges_from((s, t, w) for (s, t), w in zip(arcs, weights))
    both = networkx.Graph()
    both.add_nodes_from(range(nodes))
    for source, target, weight in directed.edges(data="weight"):
        if source != target:
            before = both.get_edge_data(source, target, {"weight": 0})["weight"]
            both.add_edge(source, target, weight=before + weight)
    listed = lambda values: [values[v] for v in range(nodes)]
    types = ["003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300"]
    return {
        "betweenness": lambda: listed(networkx.betweenness_centrality(both, normalized=False)),
        "harmonic": lambda: listed(networkx.harmonic_centrality(both)),
        "pagerank": lambda: listed(networkx.pagerank(directed, tol=1e-13, max_iter=1000)),
        "eigenvector": lambda: listed(networkx.eigenvector_centrality(both, weight="weight", tol=1e-12, max_iter=10000)),
        "initiator": lambda: listed(networkx.hits(directed, tol=1e-13, max_iter=10000)[0]),
        "target": lambda: listed(networkx.hits(directed, tol=1e-13, max_iter=10000)[1]),
        "core": lambda: listed(networkx.core_number(both)),
        "triads": lambda: [networkx.triadic_census(directed)[each] for each in types],
        "reciprocity": lambda: [networkx.overall_reciprocity(directed)],
    }


path, library, measure, repeats = sys.argv[1:]
measures = {"igraph": igraph_measures, "networkx": networkx_measures}[library](*read(path))
times, values = [], []
for _ in range(int(repeats)):
    start = time.process_time()
    values = measures[measure]()
    times.append((time.process_time() - start) * 1000)
json.dump({"ms": times, "values": values}, sys.stdout)
