// Takes pictures of a page in every size and scheme, and lets axe look at each.
import { mkdir, readFile } from "node:fs/promises";

const TARGET = new URL("../../target/screenshots/", import.meta.url);
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };
const AXE = await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

export const say = (line) => process.stdout.write(`${line}\n`);

export class Camera {
  static PHONE = PHONE;
  complaints = 0;
  #count = 0;

  static async open() {
    await mkdir(TARGET, { recursive: true });
    return new Camera();
  }

  async shoot(page, name) {
    const number = String(++this.#count).padStart(2, "0");
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      for (const colorScheme of ["dark", "light"]) {
        await page.emulateMedia({ colorScheme });
        await this.#picture(page, `${number}-${name}-${size.width}-${colorScheme}`);
      }
    }
    say(`  ${number} ${name}`);
  }

  /** What does not fit on the screen is a second picture. */
  async #picture(page, name) {
    const shoot = (file) =>
      page.screenshot({ path: new URL(`${file}.png`, TARGET).pathname, animations: "disabled", caret: "hide" });
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(name);
    await this.#judge(page, name);
    const isLong = await page.evaluate(() => {
      const root = document.scrollingElement;
      root.scrollTop = root.scrollHeight;
      return root.scrollTop > 8;
    });
    if (isLong) await shoot(`${name}-end`);
    await page.evaluate(() => scrollTo(0, 0));
  }

  /** Evaluated from outside, which the page's policy does not forbid. */
  async #judge(page, where) {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, nodes } of violations) {
      this.#complain(`${where}: ${id} ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    }
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isTooWide) this.#complain(`${where}: wider than the window`);
  }

  #complain(complaint) {
    this.complaints++;
    say(`    ${complaint}`);
  }
}
