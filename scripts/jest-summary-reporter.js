/** Prints `N passed, N failed, N skipped` as the very last line of a test run. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    // A suite that fails to start has no failed test of its own, yet must not read as green.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    process.on("exit", () => {
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }
}
