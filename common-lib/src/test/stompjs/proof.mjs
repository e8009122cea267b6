// Two people talk through @stomp/stompjs: CONNECT, state, a relayed event, a receipt, a problem, a bad token.
// Usage: node proof.mjs <endpoint> <token of one> <token of the other> <user id of the other>
// Ends with 0 if all went well, and says what did not.
import assert from "node:assert/strict";
import { once, EventEmitter } from "node:events";
import { Client } from "@stomp/stompjs";
import { WebSocket } from "ws";

const [endpoint, token, otherToken, otherId] = process.argv.slice(2);
const patience = AbortSignal.timeout(15_000);

function person(bearer) {
  const told = new EventEmitter();
  const client = new Client({
    webSocketFactory: () => new WebSocket(endpoint, ["v12.stomp"]),
    connectHeaders: { Authorization: `Bearer ${bearer}` },
    reconnectDelay: 0,
    splitLargeFrames: true,
    onConnect: () => {
      client.subscribe("/user/queue/errors", (message) => told.emit("problem", JSON.parse(message.body), message.headers));
      client.subscribe(
        "/user/queue/events",
        (message) => {
          const event = JSON.parse(message.body);
          told.emit(event.type, event.data);
        },
        { receipt: "subscribed" },
      );
      client.watchForReceipt("subscribed", () => told.emit("subscribed"));
    },
    onStompError: (frame) => told.emit("refused", frame.headers.message),
    onWebSocketClose: (event) => told.emit("closed", event.code),
  });
  return { client, told, next: (type) => once(told, type, { signal: patience }) };
}

const one = person(token);
const other = person(otherToken);
for (const { client, next } of [one, other]) {
  const all = Promise.all([next("state"), next("subscribed")]);
  client.activate();
  await all;
}

const relayed = other.next("told");
const done = new Promise((resolve) => one.client.watchForReceipt("done", resolve));
one.client.publish({
  destination: "/app/tell",
  headers: { receipt: "done" },
  body: JSON.stringify({ to: otherId, number: 42 }),
});
await done;
assert.deepEqual(await relayed, [42]);

const echoed = one.next("echoed");
const text = "ü€".repeat(8_000);
one.client.publish({ destination: "/app/echo", body: JSON.stringify({ text, times: 1 }) });
assert.equal((await echoed)[0].text, text);

const refusal = one.next("problem");
one.client.publish({ destination: "/app/refuse", headers: { receipt: "refused" }, body: "{}" });
const [problem, headers] = await refusal;
assert.equal(problem.code, "not-today");
assert.equal(headers["receipt-id"], "refused");

const stranger = person("nonsense");
const closed = stranger.next("closed");
stranger.client.activate();
assert.deepEqual(await closed, [4501]);

await Promise.all([one, other].map(({ client }) => client.deactivate()));
console.log("stompjs: all well");
