import { defineConfig } from "vitest/config";

const services = process.env["CONNECT_ADDRESS"] ?? "http://localhost:3000";
const paths = ["/auth", "/profile", "/profiles", "/safety", "/admin", "/api"];
const sockets = ["/queuing", "/interaction", "/chat"];

export default defineConfig({
  build: {
    outDir: "target/site",
    emptyOutDir: true,
    // Not "assets": that is where photos are.
    assetsDir: "app",
    // Everything is a file of its own: the policy of the page allows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries([
      ...paths.map((path) => [path, { target: services }]),
      ...sockets.map((path) => [path, { target: services, ws: true }]),
    ]),
  },
  test: {
    environment: "node",
    include: ["tests/**/*.test.ts"],
    restoreMocks: true,
    reporters: ["dot"],
  },
});
