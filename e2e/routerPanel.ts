import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { configOf } from "./configurationText.ts";
import { onCanvas, openDesigner } from "./page.ts";

/** The panel of a router. */
export interface RouterPanel {
  readonly inspector: Locator;
  /** One of its sections by its title. */
  section(title: string): PanelSection;
  /** Waits until the router's text has these lines one after the other. */
  has(...lines: readonly string[]): Promise<void>;
  /** Waits until the router's text has no such words. */
  hasNot(words: string): Promise<void>;
  /** Looks for faults of accessibility in what is open, in both themes. */
  isAccessible(): Promise<void>;
}

/** Opens the designer with the panel of a router. */
export async function openPanel(page: Page, router = "HQ"): Promise<RouterPanel> {
  await openDesigner(page);
  await onCanvas(page, `Router ${router}`).click();
  const inspector = page.getByRole("complementary", { name: "Inspector" });
  await expect(inspector.getByRole("heading", { name: router })).toBeVisible();
  return {
    inspector,
    section: (title) => sectionOf(page, inspector.getByRole("region", { name: title, exact: true })),
    has: (...lines) => expect.poll(() => configOf(page, router)).toContain(lines.join("\n")),
    hasNot: (words) => expect.poll(() => configOf(page, router)).not.toContain(words),
    isAccessible: () => expectAccessibleInBothThemes(page, ".inspector"),
  };
}

/** What people do in a section of a panel: by mouse, and the same by keyboard. */
export interface PanelSection {
  /** Adds one with the mouse; its fields open. */
  add(what: string): Promise<void>;
  /** The same with Enter on the button. */
  addByKeyboard(what: string): Promise<void>;
  /** Fills a field and leaves it. */
  fill(label: string, value: string): Promise<void>;
  /** Goes to a field, types over what is in it, and takes it over with Enter; the focus stays there. */
  type(label: string, value: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  /** Goes down a choice with the arrow key until it has the value. */
  chooseByKeyboard(label: string, value: string): Promise<void>;
  tick(label: string): Promise<void>;
  tickByKeyboard(label: string): Promise<void>;
  /** Adds a member to a list. */
  addMember(member: string, value: string): Promise<void>;
  remove(what: string): Promise<void>;
  removeByKeyboard(what: string): Promise<void>;
  /** Waits for the reason why a value can't be taken. */
  refuses(reason: string | RegExp): Promise<void>;
  refusesNothing(): Promise<void>;
}

function sectionOf(page: Page, section: Locator): PanelSection {
  const button = (name: string) => section.getByRole("button", { name, exact: true });
  // A field that offers names to pick from is a combobox to whoever listens.
  const field = (label: string) => section.locator(`input[aria-label="${label}"]`);
  const choice = (label: string) => section.locator(`select[aria-label="${label}"]`);
  const flag = (label: string) => section.getByRole("checkbox", { name: label, exact: true });
  return {
    add: (what) => button(`Add ${what}`).first().click(),
    async addByKeyboard(what) {
      await button(`Add ${what}`).first().focus();
      await page.keyboard.press("Enter");
    },
    async fill(label, value) {
      await field(label).fill(value);
      await field(label).blur();
    },
    async type(label, value) {
      await field(label).focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(value);
      await page.keyboard.press("Enter");
      await expect(field(label)).toBeFocused();
    },
    async choose(label, value) {
      await choice(label).selectOption(value);
    },
    async chooseByKeyboard(label, value) {
      await choice(label).focus();
      await page.keyboard.press("Home");
      for (let step = 0; step < 30 && (await choice(label).inputValue()) !== value; step += 1)
        await page.keyboard.press("ArrowDown");
      await expect(choice(label)).toHaveValue(value);
      await expect(choice(label)).toBeFocused();
    },
    tick: (label) => flag(label).click(),
    async tickByKeyboard(label) {
      await flag(label).focus();
      await page.keyboard.press("Space");
    },
    async addMember(member, value) {
      await field(`Add ${member}`).fill(value);
      await field(`Add ${member}`).press("Enter");
      await expect(button(`Remove ${member} ${value}`)).toBeVisible();
    },
    remove: (what) => button(`Remove ${what}`).click(),
    async removeByKeyboard(what) {
      await button(`Remove ${what}`).focus();
      await page.keyboard.press("Enter");
      await expect(button(`Remove ${what}`)).toHaveCount(0);
    },
    refuses: (reason) => expect(section.getByRole("alert")).toContainText(reason),
    refusesNothing: () => expect(section.getByRole("alert")).toHaveCount(0),
  };
}
