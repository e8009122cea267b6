// Writes TypeScript types for each service's OpenAPI document in openapi/. The end-to-end tests compare those documents
// with what the services serve, so a change of the contract breaks either that test or the type check.
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const target = new URL("../src/api/generated/", import.meta.url);
const source = new URL("../openapi/", import.meta.url);
await mkdir(target, { recursive: true });

for (const file of await readdir(source)) {
  if (!file.endsWith(".json")) continue;
  const types = astToString(await openapiTS(new URL(file, source)));
  const path = new URL(file.replace(".json", ".d.ts"), target);
  const before = await readFile(path, "utf8").catch(() => "");
  if (before !== types) await writeFile(path, types);
}
