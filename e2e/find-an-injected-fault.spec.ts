import { expect, test } from "@playwright/test";
import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { lesson, openTool, openToolByKeyboard, press, problems } from "./lessonPane.ts";
import { onCanvas, openDesigner, settle } from "./page.ts";

test("a fault is made by its number, found in the list of problems and mended, with the mouse", async ({ page }) => {
  await openDesigner(page);
  await openTool(page, "Lesson");
  await lesson(page).getByRole("textbox", { name: "Number" }).fill("9");
  await lesson(page).getByRole("button", { name: "Inject a fault…" }).click();
  await expect(onCanvas(page, "Peering Branch – HQ: broken")).toBeVisible();
  await expect(lesson(page).getByRole("heading", { name: /^What is wrong in/ })).toBeVisible();
  // That it is down is for everybody to see, but not why.
  await expect(onCanvas(page, "Peering Branch – HQ: broken")).not.toContainText("·");
  await expect(lesson(page).getByRole("region", { name: "Solution" })).toHaveCount(0);
  const criteria = lesson(page).getByRole("region", { name: "What is to be reached" }).getByRole("listitem");
  await expect(criteria.filter({ hasText: "Branch and HQ agree again." })).toContainText("The peering is broken.");

  await lesson(page).getByRole("button", { name: "Give a hint" }).click();
  await expect(lesson(page).getByRole("region", { name: "Hints" }).getByRole("listitem")).toHaveCount(1);
  await lesson(page).getByRole("button", { name: "Another hint" }).click();
  await expect(lesson(page).getByRole("region", { name: "Hints" })).toContainText("Look at Branch.");

  await expectAccessibleInBothThemes(page, "[aria-label=Lesson]");

  await openTool(page, "Problems");
  await expect(problems(page).getByText(/Problems are hidden while a fault is looked for/)).toBeVisible();
  await openTool(page, "Lesson");
  await lesson(page).getByRole("checkbox", { name: "Hide the problems while it is looked for" }).uncheck();
  await openTool(page, "Problems");
  await problems(page)
    .getByRole("button", { name: /^Fix: Make ACL VPN-HQ line 10 on Branch mirror/ })
    .first()
    .click();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await openTool(page, "Lesson");
  await expect(lesson(page).getByText("Solved.", { exact: true })).toBeVisible();

  await lesson(page).getByRole("button", { name: "Begin again" }).click();
  await expect(onCanvas(page, "Peering Branch – HQ: broken")).toBeVisible();
  await expect(lesson(page).getByText("Solved.", { exact: true })).toHaveCount(0);
  await lesson(page).getByRole("button", { name: "Show the solution" }).click();
  await expect(lesson(page).getByRole("region", { name: "Solution" })).toContainText("got a wrong destination");

  await lesson(page).getByRole("button", { name: "Leave" }).click();
  await expect(page.getByRole("button", { name: "Inject a fault…" })).toBeVisible();
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
});

test("another fault is found and mended with the keyboard alone, and goes on after a reload", async ({ page }) => {
  await openDesigner(page);
  await openToolByKeyboard(page, "Lesson");
  const number = lesson(page).getByRole("textbox", { name: "Number" });
  await number.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("5");
  await expect(number).toHaveValue("5");
  await page.keyboard.press("Enter");
  await expect(onCanvas(page, "Peering Branch – HQ: broken")).toBeVisible();
  await press(lesson(page).getByRole("button", { name: "Give a hint" }), "Enter");
  await expect(lesson(page).getByRole("region", { name: "Hints" })).toContainText("Whom does each end call");
  await settle(page);

  await page.reload();
  await expect(onCanvas(page, "Peering Branch – HQ: broken")).toBeVisible();
  await openToolByKeyboard(page, "Lesson");
  await expect(lesson(page).getByRole("region", { name: "Hints" })).toContainText("Whom does each end call");

  await openToolByKeyboard(page, "Problems");
  await expect(problems(page).getByText(/Problems are hidden while a fault is looked for/)).toBeVisible();
  await openToolByKeyboard(page, "Lesson");
  const hides = lesson(page).getByRole("checkbox", { name: "Hide the problems while it is looked for" });
  await press(hides, "Space");
  await expect(hides).not.toBeChecked();
  await openToolByKeyboard(page, "Problems");
  await press(
    problems(page)
      .getByRole("button", { name: /^Fix: Set the peer of VPN 10 on Branch/ })
      .first(),
    "Enter",
  );
  await expect(onCanvas(page, "Peering Branch – HQ: agreed")).toBeVisible();
  await openToolByKeyboard(page, "Lesson");
  await expect(lesson(page).getByText("Solved.", { exact: true })).toBeVisible();
});
