// The services that the pictures are taken over: those at CONNECT_ADDRESS, or else a stack that is started for it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const RUN = fileURLToPath(new URL("../../../run", import.meta.url));
const SETTINGS = ["CALL_SECONDS=120", "PROPOSAL_SECONDS=40", "CONNECTING_SECONDS=40", "JOIN_RATE_PER_MINUTE=0"];

const admin = {
  email: process.env.ADMIN_EMAIL ?? "pictures@example.com",
  password: process.env.ADMIN_PASSWORD ?? "granite-orchard-88",
};

/** Has an address, an admin, and close(). Ports can be set by the environment, as for ./run. */
export async function openStack() {
  const given = process.env.CONNECT_ADDRESS;
  if (given) return { address: given, admin, close: async () => {} };
  const settings = [...SETTINGS, `ADMIN_EMAIL=${admin.email}`, `ADMIN_PASSWORD=${admin.password}`];
  const run = spawn(
    RUN,
    settings.flatMap((setting) => ["--set", setting]),
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise((resolve) => run.once("exit", resolve));
  const address = await Promise.race([addressFrom(run.stdout), ended.then(() => null)]);
  if (!address) throw new Error("./run did not start");
  const close = async () => {
    run.kill("SIGINT");
    await ended;
  };
  return { address, admin, close };
}

function addressFrom(output) {
  let said = "";
  return new Promise((resolve) => {
    output.on("data", (part) => {
      said += part;
      const found = /Open this in a browser: (\S+)/.exec(said);
      if (found && said.includes("Everything is ready")) resolve(found[1].replace(/\/$/, ""));
    });
  });
}
