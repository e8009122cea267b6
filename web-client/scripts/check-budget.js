// Fails the build when the page has grown heavier than people on a phone should wait for.
import { readdir, readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const BUDGET_KILOBYTES = 150;

const folder = new URL("../target/site/app/", import.meta.url);
const scripts = (await readdir(folder)).filter((name) => name.endsWith(".js"));
let bytes = 0;
for (const script of scripts) bytes += gzipSync(await readFile(new URL(script, folder))).length;
const kilobytes = bytes / 1024;
process.stdout.write(`Script: ${kilobytes.toFixed(1)} KB gzipped of ${BUDGET_KILOBYTES} KB allowed\n`);
if (kilobytes > BUDGET_KILOBYTES) {
  process.stderr.write("That is too much. Load less, or load it later.\n");
  process.exit(1);
}
