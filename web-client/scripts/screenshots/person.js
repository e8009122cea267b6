// Somebody in front of the page.
import { say } from "./camera.js";

const PASSWORD = "quiet-harbour-41";

export class Person {
  static async open(browser, address, about) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      permissions: ["microphone", "camera", "clipboard-write"],
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => say(`    ${about.name}: ${error.message}`));
    await page.goto(address);
    return new Person(context, page, address, about);
  }

  constructor(context, page, address, about) {
    Object.assign(this, { context, page, address, about });
    this.email = `${about.name.toLowerCase()}-${Date.now()}@example.com`;
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  press(name) {
    return this.button(name).click();
  }

  /** In the question that is in front of everything else. */
  confirm(name) {
    return this.page.locator("dialog").getByRole("button", { name, exact: true }).click();
  }

  shows(text) {
    return this.page.getByText(text).locator("visible=true").first().waitFor();
  }

  fill(label, value) {
    return this.page.getByLabel(label, { exact: true }).fill(value);
  }

  go(screen) {
    return this.page.goto(`${this.address}/#/${screen}`);
  }

  follow(link) {
    return this.page.getByRole("link", { name: link, exact: true }).first().click();
  }

  async register() {
    const { name, role } = this.about;
    await this.go("register");
    await this.page.getByRole("radio", { name: role === "female" ? "a woman" : "a man", exact: true }).check();
    await this.fill("First name or nickname", name);
    await this.fill("Date of birth", "1995-05-17");
    await this.fill("E-mail", this.email);
    await this.fill("Password", PASSWORD);
    await this.press("Create account");
    await this.page.getByRole("heading", { name: "Your profile" }).waitFor();
  }

  async logIn(email = this.email, password = PASSWORD) {
    await this.fill("E-mail", email);
    await this.fill("Password", password);
    await this.press("Log in");
  }

  async describe() {
    const buffer = Buffer.from(await this.page.evaluate(drawPhoto, this.about.role === "female" ? 20 : 200), "base64");
    await this.page.locator("input[type=file]").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer });
    await this.page.locator(".photo img").waitFor();
    await this.fill("About you", this.about.bio);
    for (const interest of ["Climbing", "Old films"]) {
      await this.fill("Interests", interest);
      await this.page.getByLabel("Interests", { exact: true }).press("Enter");
    }
    await this.page.getByLabel("Languages").selectOption("en");
    await this.page.getByLabel("Languages").selectOption("pt");
    await this.press("Save");
    await this.shows("Saved");
  }

  async join(intent) {
    await this.go("meet");
    await this.press(new RegExp(intent));
  }

  async write(line) {
    await this.page.getByRole("textbox", { name: "Write a message" }).fill(line);
    await this.page.keyboard.press("Enter");
  }

  async reads(line) {
    await this.page.locator(".bubble", { hasText: line }).first().waitFor();
  }
}

/** Somebody in front of a coloured wall. Runs in the page. */
function drawPhoto(hue) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 480, height: 480 });
  const draw = canvas.getContext("2d");
  const fill = (lightness, shape) => {
    draw.fillStyle = `hsl(${hue} 45% ${lightness}%)`;
    draw.beginPath();
    shape();
    draw.fill();
  };
  fill(72, () => draw.rect(0, 0, 480, 480));
  fill(35, () => draw.ellipse(240, 520, 190, 220, 0, 0, 7));
  fill(52, () => draw.ellipse(240, 215, 85, 105, 0, 0, 7));
  return canvas.toDataURL("image/png").split(",")[1];
}
