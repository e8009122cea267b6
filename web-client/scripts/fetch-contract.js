// Fetches the OpenAPI document of each service of a running stack (./run) into openapi/, in an order that does not change
// by itself. A test compares them with what the services serve, and the types of this client are made from them.
import { writeFile } from "node:fs/promises";

const SERVICES = ["user", "queuing", "interaction", "history", "communication"];
const FIRST_PORT = 3001;

const sorted = (value) => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};

for (const [index, service] of SERVICES.entries()) {
  const answer = await fetch(`http://localhost:${FIRST_PORT + index}/v3/api-docs`);
  if (!answer.ok) throw new Error(`${service}-service answers ${answer.status}`);
  const { servers: _, ...document } = await answer.json();
  await writeFile(
    new URL(`../openapi/${service}.json`, import.meta.url),
    `${JSON.stringify(sorted(document), null, 2)}\n`,
  );
}
