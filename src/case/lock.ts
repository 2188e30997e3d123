import { open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { RiposteError } from "../shared/index.ts";

/**
 * Runs `work` while holding the case: two builds into one folder would mix. The lock of a process that is gone is
 * taken over.
 * @throws {RiposteError} `case/locked` while another process writes
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, ".lock");
  await acquire(path, folder);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, "wx");
      await handle.writeFile(String(process.pid));
      await handle.close();
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "EEXIST") {
        const reason = code === "EACCES" || code === "EROFS" ? "no permission to write there" : String(code);
        throw new RiposteError("case/unwritable", `${folder}: ${reason}`, { cause: error });
      }
      const owner = Number(await readFile(path, "utf8").catch(() => ""));
      if (owner && isRunning(owner)) {
        throw new RiposteError(
          "case/locked",
          `${folder}: process ${owner} is writing this case; try again later`,
          {
            retryable: true,
          },
        );
      }
      await rm(path, { force: true });
    }
  }
  throw new RiposteError("case/locked", `${folder}: another process is writing this case`, {
    retryable: true,
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
