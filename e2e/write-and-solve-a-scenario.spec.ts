import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { lesson, openTool, openToolByKeyboard, press, problems } from "./lessonPane.ts";
import { onCanvas, openDesigner } from "./page.ts";

test("a scenario is written, handed out as a link, and solved by whoever opens it, with the mouse", async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDesigner(page);
  await openTool(page, "Lesson");
  await lesson(page).getByRole("button", { name: "Write a lesson" }).click();
  await lesson(page).getByRole("button", { name: "Take this design as the solution" }).click();
  const title = lesson(page).getByRole("textbox", { name: "Title", exact: true });
  await expect(title).toHaveValue("Example: headquarters and branch");
  await title.fill("Who is called?");
  await lesson(page)
    .getByRole("textbox", { name: /^Hints/ })
    .fill("Whom does Branch call?");
  await expect(lesson(page).getByRole("status")).toHaveText("The start is missing.");
  const number = lesson(page).getByRole("region", { name: "Start" }).getByRole("textbox", { name: "Number" });
  await number.fill("5");
  await lesson(page).getByRole("button", { name: "Start with this fault" }).click();
  await expect(lesson(page).getByRole("status")).toContainText("The start misses");
  await expectAccessibleInBothThemes(page, "[aria-label=Lesson]");
  await lesson(page).getByRole("button", { name: "Add to the lesson" }).click();
  await expect(lesson(page).getByRole("checkbox", { name: /^Hand out 1 key/ })).not.toBeChecked();
  await lesson(page).getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByTestId("announcements")).toContainText("The link is on the clipboard.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#lesson1:");

  const student = await browser.newContext();
  const other = await student.newPage();
  await other.goto(link);
  await expect(lesson(other).getByRole("region", { name: "Who is called?" })).toContainText("0 of 1 scenario solved");
  expect(other.url()).not.toContain("#");
  await lesson(other).getByRole("button", { name: "Start Who is called?" }).click();
  await expect(onCanvas(other, "Peering Branch – HQ: broken")).toBeVisible();
  await lesson(other).getByRole("button", { name: "Give a hint" }).click();
  await expect(lesson(other).getByRole("region", { name: "Hints" })).toContainText("Whom does Branch call?");

  // A link to where the student stands carries the step, too.
  await other.getByRole("button", { name: "File", exact: true }).click();
  await other.getByRole("menuitem", { name: "Share…" }).click();
  const address = other.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: "Link" });
  await expect(address).toHaveValue(/&lesson=.+&scenario=/);
  const third = await student.newPage();
  await third.goto(await address.inputValue());
  await expect(lesson(third).getByRole("heading", { name: "Who is called?" })).toBeVisible();
  await expect(lesson(third).getByRole("region", { name: "What is to be reached" })).toContainText(
    "The peering is broken.",
  );
  await third.close();
  await other.keyboard.press("Escape");

  await openTool(other, "Problems");
  await problems(other)
    .getByRole("button", { name: /^Fix: Set the peer of VPN 10 on Branch/ })
    .first()
    .click();
  await openTool(other, "Lesson");
  await expect(lesson(other).getByText("Solved.", { exact: true })).toBeVisible();
  await lesson(other).getByRole("button", { name: "Back to all scenarios" }).click();
  await expect(lesson(other).getByRole("region", { name: "Who is called?" })).toContainText("1 of 1 scenario solved");
  await student.close();
});

test("a scenario is written with the keyboard, saved as a file without its keys, and opened again", async ({
  page,
}) => {
  await openDesigner(page);
  await openToolByKeyboard(page, "Lesson");
  await press(lesson(page).getByRole("button", { name: "Write a lesson" }), "Enter");
  await press(lesson(page).getByRole("button", { name: "Take this design as the solution" }), "Enter");
  const title = lesson(page).getByRole("textbox", { name: "Title", exact: true });
  await expect(title).toHaveValue("Example: headquarters and branch");
  await title.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("By hand");
  await expect(title).toHaveValue("By hand");
  const number = lesson(page).getByRole("region", { name: "Start" }).getByRole("textbox", { name: "Number" });
  await number.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("5");
  await expect(number).toHaveValue("5");
  await press(lesson(page).getByRole("button", { name: "Start with this fault" }), "Enter");
  await expect(lesson(page).getByRole("status")).toContainText("The start misses");
  const translated = lesson(page).getByRole("checkbox", { name: /^TCP from 10\.1\.0\.10 .* is translated\.$/ });
  await press(translated, "Space");
  await expect(translated).toBeChecked();
  await press(lesson(page).getByRole("button", { name: "Add to the lesson" }), "Enter");
  const download = page.waitForEvent("download");
  await press(lesson(page).getByRole("button", { name: "Save as a file" }), "Enter");
  const file = await (await download).path();
  expect(await readFile(file, "utf8")).not.toContain("Example-Only-Change-Me");

  await press(lesson(page).getByRole("button", { name: "Back to all scenarios" }), "Enter");
  await expect(lesson(page).getByRole("region", { name: "By hand" })).toHaveCount(0);
  await lesson(page).getByLabel("Lesson file").setInputFiles(file);
  await expect(lesson(page).getByRole("region", { name: "By hand" })).toBeVisible();

  await press(lesson(page).getByRole("button", { name: "Start By hand" }), "Enter");
  await expect(lesson(page).getByRole("region", { name: "What is to be reached" })).toBeVisible();
  await expect(lesson(page).getByText("Solved.", { exact: true })).toHaveCount(0);
  await openToolByKeyboard(page, "Problems");
  await press(
    problems(page)
      .getByRole("button", { name: /^Fix: Set the peer of VPN 10 on Branch/ })
      .first(),
    "Enter",
  );
  await openToolByKeyboard(page, "Lesson");
  await expect(lesson(page).getByText("Solved.", { exact: true })).toBeVisible();
});
