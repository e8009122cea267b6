// Takes a picture of every screen, on a phone and on a desk, light and dark, into target/screenshots, and lets axe look at
// each. It plays the main job with two people it makes up, so it needs a running stack: ./run --set CALL_SECONDS=60
import { mkdir, readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const ADDRESS = process.env.CONNECT_ADDRESS ?? "http://localhost:3000";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const TARGET = new URL("../target/screenshots/", import.meta.url);
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const AXE = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const PASSWORD = "quiet-harbour-41";

const only = process.argv[2];
let violations = 0;
await mkdir(TARGET, { recursive: true });

const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
  ],
});

const say = (line) => process.stdout.write(`${line}\n`);

async function shoot(page, name) {
  if (only && !name.startsWith(only)) return;
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const path = new URL(`${name}-${size.width}-${colorScheme}.png`, TARGET).pathname;
      await page.screenshot({ path, animations: "disabled" });
      await judge(page, `${name} ${size.width} ${colorScheme}`);
    }
  }
  await page.setViewportSize(SIZES[0]);
  say(`  ${name}`);
}

/** Evaluated from outside, which the page's policy does not forbid. */
async function judge(page, where) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (overflow) say(`    ${where}: wider than the window`);
  for (const violation of found.violations) {
    violations++;
    say(`    ${where}: ${violation.id} ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }
}

async function person(name, role, bio) {
  const context = await browser.newContext({
    viewport: SIZES[0],
    permissions: ["microphone", "camera", "clipboard-write"],
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => say(`    ${name}: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && say(`    ${name}: ${message.text()}`));
  await page.goto(ADDRESS);
  return { name, role, bio, context, page, email: `${name.toLowerCase()}-${Date.now()}@example.com` };
}

async function register({ page, name, role, email }) {
  await page.getByRole("link", { name: "Create an account" }).first().click();
  await page.getByRole("radio", { name: role === "female" ? "a woman" : "a man", exact: true }).check();
  await page.getByLabel("First name or nickname").fill(name);
  await page.getByLabel("Date of birth").fill("1995-05-17");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Your profile" }).waitFor();
}

async function describe({ page, bio }) {
  await page.getByLabel("About you").fill(bio);
  await page.getByLabel("Interests", { exact: true }).fill("Climbing");
  await page.getByLabel("Interests", { exact: true }).press("Enter");
  await page.getByLabel("Interests", { exact: true }).fill("Old films");
  await page.getByLabel("Interests", { exact: true }).press("Enter");
  await page.getByLabel("Languages").selectOption("en");
  await page.getByLabel("Languages").selectOption("pt");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved").waitFor();
}

const her = await person("Mara", "female", "Architect by day, bread baker by night. Tell me about a place you love.");
const him = await person("Jonas", "male", "I repair bicycles and collect words that have no translation.");

await shoot(her.page, "01-welcome");
await her.page.goto(`${ADDRESS}/#/register`);
await shoot(her.page, "02-register");
await her.page.goto(`${ADDRESS}/#/login`);
await her.page.getByLabel("E-mail").fill("nobody@example.com");
await her.page.getByLabel("Password").fill("not-the-password");
await her.page.getByRole("button", { name: "Log in" }).click();
await her.page.getByText("E-mail or password is wrong.").waitFor();
await shoot(her.page, "03-login-wrong");
await her.page.goto(`${ADDRESS}/#/`);

for (const one of [her, him]) {
  await register(one);
  await describe(one);
}
await shoot(her.page, "04-profile");

await her.page.getByRole("link", { name: "Meet", exact: true }).click();
await her.page.getByRole("button", { name: /Language practice/ }).waitFor();
await shoot(her.page, "05-meet");
await her.page.getByRole("link", { name: "People" }).click();
await her.page.getByText("Nobody yet").waitFor();
await shoot(her.page, "06-people-empty");

await him.page.getByRole("link", { name: "Meet", exact: true }).click();
await him.page.getByRole("button", { name: /Language practice/ }).click();
await him.page.getByText("Looking for somebody").first().waitFor();
await shoot(him.page, "07-waiting");
await her.page.getByRole("link", { name: "Meet", exact: true }).click();
await her.page.getByRole("button", { name: /Language practice/ }).click();
await her.page.getByRole("button", { name: "Start" }).waitFor();
await Promise.all([shoot(her.page, "08-proposal-hers"), shoot(him.page, "09-proposal-his")]);
await her.page.getByRole("button", { name: "Start" }).click();
await her.page.getByRole("button", { name: "Mute" }).waitFor();
await her.page
  .getByText("2 ms")
  .or(her.page.getByText(" ms"))
  .first()
  .waitFor()
  .catch(() => {});
await shoot(her.page, "10-call");
await him.page.getByRole("button", { name: "Ask for video" }).click();
await her.page.getByRole("button", { name: "Show video" }).waitFor();
await shoot(her.page, "11-video-asked");
await her.page.getByRole("button", { name: "Show video" }).click();
await her.page.locator("video.theirs").waitFor();
await her.page.locator("video.mine").waitFor();
await her.page.waitForTimeout(1_500);
await shoot(her.page, "12-video");
await her.page.getByRole("button", { name: "End and report" }).click();
await shoot(her.page, "13-panic");
await her.page.getByRole("button", { name: "Cancel" }).click();
await him.page.getByRole("button", { name: "Hang up" }).click();
await her.page.getByRole("heading", { name: /How was it/ }).waitFor();
await shoot(her.page, "14-after");
await her.page.getByRole("button", { name: "Report" }).click();
await shoot(her.page, "15-report");
await her.page.getByRole("button", { name: "Cancel" }).click();
await her.page.getByRole("button", { name: "Yes, stay in touch" }).click();
await him.page.getByRole("button", { name: "Yes, stay in touch" }).click();
await her.page.getByRole("button", { name: "Write a message" }).waitFor();
await shoot(her.page, "16-both");
await her.page.getByRole("button", { name: "Write a message" }).click();
await him.page.getByRole("button", { name: "Write a message" }).click();
const lines = [
  "Hello again!",
  "That went by quickly. Which word was it that has no translation?",
  "Saudade. A longing for something that may never come back.",
  "I like that one.",
];
for (const [index, line] of lines.entries()) {
  const from = index % 2 ? him.page : her.page;
  const to = index % 2 ? her.page : him.page;
  await from.getByRole("textbox", { name: "Write a message" }).fill(line);
  await from.keyboard.press("Enter");
  await to.locator(".bubble", { hasText: line }).first().waitFor();
}
await him.page.getByRole("textbox", { name: "Write a message" }).pressSequentially("So");
await her.page.locator(".typing", { hasText: "is writing" }).waitFor();
await shoot(her.page, "17-chat");
await her.page.getByRole("link", { name: "Back" }).click();
await shoot(her.page, "18-people");
await her.context.setOffline(true);
await her.page.getByText("You are offline").waitFor();
await shoot(her.page, "19-offline");
await her.context.setOffline(false);
await her.page.getByRole("link", { name: "Settings" }).click();
await her.page.getByText("This device").waitFor();
await shoot(her.page, "20-settings");
const second = await her.context.newPage();
await second.goto(ADDRESS);
await her.page.getByText("Connect is open somewhere else").waitFor();
await shoot(her.page, "21-second-tab");

const denied = await browser.newContext({ viewport: SIZES[0] });
await denied.close();
await browser.close();
say(violations === 0 ? "axe found nothing" : `axe found ${violations} violations`);
process.exitCode = violations === 0 ? 0 : 1;
