/**
 * Adds to package-lock.json the optional packages of other platforms that the registry at hand does not carry.
 *
 *   node scripts/complete-lockfile.js
 *
 * A mirror without the binaries of every system makes `npm install` leave them out of the lock file, and `npm ci` then
 * refuses it on every machine. Entries without an address or checksum are enough: npm skips them where the platform
 * does not match, and asks its own registry where it does. Run it after adding a dependency.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OPERATING_SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const PROCESSORS = ["arm64", "arm", "x64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x"];

/** What a platform package's name says of where it runs: `@scope/tool-linux-x64-musl`. */
function platformOf(name) {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  const os = OPERATING_SYSTEMS.filter((word) => words.includes(word));
  const cpu = PROCESSORS.filter((word) => words.includes(word));
  if (name === "fsevents") return { os: ["darwin"] };
  if (words.includes("wasm32") || words.includes("wasm")) return { cpu: ["wasm32"] };
  if (words.includes("universal")) return { os };
  return {
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(words.includes("musl") && { libc: ["musl"] }),
    ...((words.includes("gnu") || words.includes("glibc")) && { libc: ["glibc"] }),
  };
}

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`.replace(/^\//, ""), `node_modules/${name}`];
    if (places.some((place) => place in lock.packages)) continue;
    const { os, cpu, libc } = platformOf(name);
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[^0-9]*/, ""),
      ...(cpu && { cpu }),
      ...(entry.dev && { dev: true }),
      ...(libc && { libc }),
      optional: true,
      ...(os && { os }),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
