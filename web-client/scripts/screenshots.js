// Takes a picture of every screen, on a phone and on a desk, light and dark, into target/screenshots, and lets axe look at
// each. It starts what it needs, and plays the main job with people it makes up.
import { chromium } from "playwright-core";
import { Camera, say } from "./screenshots/camera.js";
import { Person } from "./screenshots/person.js";
import { openStack } from "./screenshots/stack.js";

const stack = await openStack();
const camera = await Camera.open();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
  ],
});

const HER = {
  name: "Mara",
  role: "female",
  bio: "Architect by day, bread baker by night. Tell me about a place you love.",
};
const HIM = { name: "Jonas", role: "male", bio: "I repair bicycles and collect words that have no translation." };
const TALK = [
  "Hello again!",
  "That went by quickly. Which word was it that has no translation?",
  "Saudade. A longing for something that may never come back.",
  "I like that one.",
];

try {
  const her = await Person.open(browser, stack.address, HER);
  const him = await Person.open(browser, stack.address, HIM);
  const admin = await Person.open(browser, stack.address, { name: "Moderator" });
  await outside(her);
  for (const one of [her, him]) {
    await one.register();
    await one.describe();
  }
  await account(her);
  await meeting(her, him);
  await call(her, him);
  await after(her, him);
  await chat(her, him);
  await moderation(her, him, admin);
  await panic(her, him);
  await trouble(her);
} finally {
  await browser.close();
  await stack.close();
}
say(camera.complaints === 0 ? "Nothing to complain about" : `${camera.complaints} complaints`);
process.exitCode = camera.complaints === 0 ? 0 : 1;

async function outside(her) {
  await camera.shoot(her.page, "welcome");
  await her.go("register");
  await camera.shoot(her.page, "register");
  await her.go("login");
  await her.logIn("nobody@example.com", "not-the-password");
  await her.shows("E-mail or password is wrong.");
  await camera.shoot(her.page, "login-wrong");
  await her.follow("Forgot your password?");
  await camera.shoot(her.page, "forgotten");
  await her.fill("E-mail", "nobody@example.com");
  await her.press("Send the code");
  await her.shows("a letter is on its way");
  await camera.shoot(her.page, "new-password");
}

async function account(her) {
  await camera.shoot(her.page, "profile");
  await her.go("settings");
  await her.shows("This device");
  await camera.shoot(her.page, "settings");
  await her.press("Delete account");
  await camera.shoot(her.page, "delete-account");
  await her.confirm("Cancel");
  await her.go("confirm");
  await her.button("Send me a code").waitFor();
  await camera.shoot(her.page, "confirm-email");
  await her.go("people");
  await her.shows("Nobody yet");
  await camera.shoot(her.page, "people-empty");
}

async function meeting(her, him) {
  await her.go("meet");
  await her.button(/Language practice/).waitFor();
  await camera.shoot(her.page, "meet");
  await him.join("Language practice");
  await him.shows("Looking for somebody");
  await camera.shoot(him.page, "waiting");
  await her.join("Language practice");
  await her.button("Start").waitFor();
  await camera.shoot(her.page, "proposal-hers");
  await camera.shoot(him.page, "proposal-his");
  await her.press("Start");
  await her.button("Mute").waitFor();
}

async function call(her, him) {
  await her.page.getByText(" ms").first().waitFor();
  await camera.shoot(her.page, "call");
  await him.press("Ask for video");
  await her.button("Show video").waitFor();
  await camera.shoot(her.page, "video-asked");
  await her.press("Show video");
  await her.page.locator("video.theirs").waitFor();
  await her.page.locator("video.mine").waitFor();
  await her.page.waitForFunction(() => document.querySelector("video.theirs").currentTime > 1);
  await camera.shoot(her.page, "video");
  await her.press("Block");
  await camera.shoot(her.page, "block");
  await her.confirm("Cancel");
  await him.press("Hang up");
}

async function after(her, him) {
  await her.page.getByRole("heading", { name: /How was it/ }).waitFor();
  await camera.shoot(her.page, "after");
  await her.press("Report");
  await camera.shoot(her.page, "report");
  await her.confirm("Cancel");
  await her.press("Yes, stay in touch");
  await him.press("Yes, stay in touch");
  await her.button("Write a message").waitFor();
  await camera.shoot(her.page, "both");
}

async function chat(her, him) {
  await her.press("Write a message");
  await him.press("Write a message");
  for (const [index, line] of TALK.entries()) {
    const [from, to] = index % 2 ? [him, her] : [her, him];
    await from.write(line);
    await to.reads(line);
  }
  await him.page.getByRole("textbox", { name: "Write a message" }).pressSequentially("So");
  await her.page.locator(".typing", { hasText: "is writing" }).waitFor();
  await camera.shoot(her.page, "chat");
  await her.context.setOffline(true);
  await her.shows("You are offline");
  await her.write("And you?");
  await her.shows("Waiting for a connection");
  await camera.shoot(her.page, "chat-offline");
  await her.context.setOffline(false);
  await him.reads("And you?");
  await her.go("people");
  await her.shows("Recent calls");
  await camera.shoot(her.page, "people");
}

async function moderation(her, him, admin) {
  await her.press("Report Jonas");
  await her.fill("Anything we should know (optional)", "He would not take a no.");
  await her.page.getByLabel("Block as well").check();
  await her.confirm("Send report");
  await her.shows("We look into it");
  await her.go("settings");
  await her.button("Unblock Jonas").waitFor();
  await camera.shoot(her.page, "settings-blocked");

  await admin.go("login");
  await admin.logIn(stack.admin.email, stack.admin.password);
  const report = admin.page.locator("li.card", { hasText: "He would not take a no." }).last();
  await report.getByText("What the services know", { exact: true }).click();
  await camera.shoot(admin.page, "reports");
  await report.getByText("Suspend").click();
  await camera.shoot(admin.page, "suspend");
  await admin.fill("Reason", "Kept asking after a no.");
  await admin.confirm("Confirm");
  await admin.shows("Saved");

  await him.shows("This account is suspended.");
  await him.logIn();
  await him.shows("Your account is suspended until");
  await camera.shoot(him.page, "suspended");
  await him.fill("Your side of it", "I did not understand that as a no. It shall not happen again.");
  await him.press("Send");
  await him.shows("A person will read it.");
  await admin.page.reload();
  await admin.page.getByText("Appeal of Jonas").last().waitFor();
  await camera.shoot(admin.page, "appeal");
}

async function panic(her, him) {
  await him.go("");
  const other = await Person.open(browser, stack.address, { ...HIM, name: "Pavel" });
  await other.register();
  await other.join("Friendship");
  await other.shows("Looking for somebody");
  await her.join("Friendship");
  await her.press("Start");
  await her.press("End and report");
  await her.shows("The block can be taken back");
  await camera.shoot(her.page, "panic");
  await her.press("Done");
}

async function trouble(her) {
  await her.context.setOffline(true);
  await her.shows("You are offline");
  await camera.shoot(her.page, "offline");
  await her.context.setOffline(false);
  const second = await her.context.newPage();
  await second.goto(stack.address);
  await her.shows("Connect is open somewhere else");
  await camera.shoot(her.page, "second-tab");
}
