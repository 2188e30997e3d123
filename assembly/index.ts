/** The kernels that pay as WebAssembly. Built by `npm run build:kernels`; see docs/measures.md for what they gain. */
export { accumulate, accumulateScratch } from "./betweenness";
export { inverseDistancesScratch, sumInverseDistances } from "./harmonic";
