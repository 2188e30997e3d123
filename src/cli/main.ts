#!/usr/bin/env node
import { run } from "./program.ts";

// A reader that closes the pipe early (`riposte … | head`) wants no more output; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
