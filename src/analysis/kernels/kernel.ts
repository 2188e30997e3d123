/** The WebAssembly kernels, with their memory laid out for one graph. Sources: assembly/. */
import type { Csr } from "../csr.ts";
import { RiposteError } from "../../shared/index.ts";
import { KERNELS_WASM } from "./kernels-wasm.ts";

interface KernelExports {
  accumulateScratch(nodes: number): number;
  accumulate(
    nodes: number,
    offsets: number,
    targets: number,
    nodeWeights: number,
    sources: number,
    sourceWeights: number,
    sourceCount: number,
    sums: number,
    scratch: number,
  ): void;
  inverseDistancesScratch(nodes: number): number;
  sumInverseDistances(
    nodes: number,
    offsets: number,
    targets: number,
    sources: number,
    sourceCount: number,
    sums: number,
    scratch: number,
  ): void;
}

const PAGE_BYTES = 65_536;
/** What 32-bit addresses reach, less a page: some five million nodes. */
const LARGEST_MEMORY = 2 ** 32 - PAGE_BYTES;
let compiled: WebAssembly.Module | undefined;

/**
 * Weighted sums of shortest-path dependencies (Brandes 2001), for each node.
 * @param nodeWeights    how many ends each node stands for
 * @param sources        distinct within each run of eight
 * @param sourceWeights  one for each source
 */
export function accumulateDependencies(
  graph: Csr,
  nodeWeights: Float64Array,
  sources: Uint32Array,
  sourceWeights: Float64Array,
): Float64Array {
  const n = graph.nodeCount;
  const plan = new Layout();
  const offsets = plan.reserve(graph.offsets.byteLength);
  const targets = plan.reserve(graph.targets.byteLength);
  const weights = plan.reserve(nodeWeights.byteLength);
  const sourceList = plan.reserve(sources.byteLength);
  const sourceWeightList = plan.reserve(sourceWeights.byteLength);
  const sums = plan.reserve(n * 8);
  const { kernels, memory } = instantiate();
  const scratch = plan.reserve(kernels.accumulateScratch(n));
  plan.growTo(memory);
  new Uint32Array(memory.buffer, offsets, n + 1).set(graph.offsets);
  new Uint32Array(memory.buffer, targets, graph.targets.length).set(graph.targets);
  new Float64Array(memory.buffer, weights, n).set(nodeWeights);
  new Uint32Array(memory.buffer, sourceList, sources.length).set(sources);
  new Float64Array(memory.buffer, sourceWeightList, sources.length).set(sourceWeights);
  kernels.accumulate(
    n,
    offsets,
    targets,
    weights,
    sourceList,
    sourceWeightList,
    sources.length,
    sums,
    scratch,
  );
  return new Float64Array(memory.buffer, sums, n).slice();
}

/** For each node, the sum of 1/distance over the given sources that reach it. */
export function sumInverseDistances(graph: Csr, sources: Uint32Array): Float64Array {
  const n = graph.nodeCount;
  const plan = new Layout();
  const offsets = plan.reserve(graph.offsets.byteLength);
  const targets = plan.reserve(graph.targets.byteLength);
  const sourceList = plan.reserve(sources.byteLength);
  const sums = plan.reserve(n * 8);
  const { kernels, memory } = instantiate();
  const scratch = plan.reserve(kernels.inverseDistancesScratch(n));
  plan.growTo(memory);
  new Uint32Array(memory.buffer, offsets, n + 1).set(graph.offsets);
  new Uint32Array(memory.buffer, targets, graph.targets.length).set(graph.targets);
  new Uint32Array(memory.buffer, sourceList, sources.length).set(sources);
  kernels.sumInverseDistances(n, offsets, targets, sourceList, sources.length, sums, scratch);
  return new Float64Array(memory.buffer, sums, n).slice();
}

/** Compiled once; a fresh instance for each call gives back its memory with it. */
function instantiate(): { kernels: KernelExports; memory: WebAssembly.Memory } {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNELS_WASM, "base64"));
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(compiled, { env: { memory } });
  return { kernels: instance.exports as unknown as KernelExports, memory };
}

/** Hands out 16-byte aligned places, one after the other. */
class Layout {
  private end = PAGE_BYTES;

  reserve(bytes: number): number {
    const start = this.end;
    this.end = Math.ceil((start + bytes) / 16) * 16;
    return start;
  }

  growTo(memory: WebAssembly.Memory): void {
    const missing = Math.ceil((this.end - memory.buffer.byteLength) / PAGE_BYTES);
    if (missing <= 0) return;
    if (this.end > LARGEST_MEMORY) {
      throw new RiposteError(
        "analysis/bad-graph",
        "a graph too large to search paths in; narrow it by period, type or confidence",
      );
    }
    memory.grow(missing);
  }
}
