import type { Page, Response } from "playwright-core";
import { PHONE, type Problems, WIDE, frameProblems, looks } from "./page-checks.ts";

/** The forms of a page. What throws a draft away comes and goes with the draft: it would move the others. */
export const FORMS = "main form[method=post]:not([action^='/entwurf/'])";

/** The frame around it was looked at when the page came. */
const PART = { frame: false };

/** Runs in the page. Which of the forms ask for something to be saved, by their place on the page. */
export function askingForms(forms: string): number[] {
  return [...document.querySelectorAll<HTMLFormElement>(forms)].flatMap((form, i) =>
    form.closest("search") === null &&
    [...form.elements].some((e) => e.matches("input:not([type=hidden], [readonly]), select, textarea"))
      ? [i]
      : [],
  );
}

/** Runs in the page. Which of them change a record that others may change as well. */
export function versionedForms(forms: string): number[] {
  return [...document.querySelectorAll(forms)].flatMap((form, i) =>
    form.querySelector("[name=_version]") === null ? [] : [i],
  );
}

/**
 * Runs in the page. Types what cannot be right: nothing where something is asked for, words where numbers are. Choices get
 * their last option, so that there is something to lose.
 */
function mistype([forms, place]: readonly [string, number]): void {
  const form = document.querySelectorAll<HTMLFormElement>(forms)[place];
  for (const field of form?.elements ?? []) {
    if (!field.checkVisibility() || field.matches("[readonly]")) continue;
    if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
    if (field instanceof HTMLTextAreaElement) field.value = "Das bleibt stehen";
    if (!(field instanceof HTMLInputElement) || field.type === "hidden") continue;
    if (field.type === "checkbox") field.checked = false;
    else if (field.type !== "radio") {
      const numeric = field.inputMode === "numeric" && field.autocomplete !== "one-time-code";
      field.value = numeric ? "zwölf" : field.type === "email" ? "mira" : "";
    }
  }
}

/**
 * Runs in the page. Where nothing has to be told, nothing is missing: days that do not exist and texts that do not fit. Returns
 * whether the form has a place for either; one that only offers choices takes whatever is sent from it.
 */
function overfill([forms, place]: readonly [string, number]): boolean {
  let any = false;
  for (const field of document.querySelectorAll<HTMLFormElement>(forms)[place]?.elements ?? []) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
    if (!field.checkVisibility() || field.matches("[readonly], [type=hidden], [type=checkbox], [type=radio]")) continue;
    const most = Number(field.dataset["max"] ?? "0");
    if (field.parentElement?.querySelector("[data-kalender]")) field.value = "32.13.2026";
    else if (most > 0) field.value = "x".repeat(most + 1);
    else continue;
    any = true;
  }
  return any;
}

/** Runs in the page. What stands in the form, except for passwords, which are not shown again. */
function standing(action: string): string[] {
  const form = [...document.querySelectorAll<HTMLFormElement>("main form")].find(
    (one) => one.getAttribute("action") === action,
  );
  if (form === undefined) return ["das Formular fehlt"];
  const passwords = new Set([...form.querySelectorAll<HTMLInputElement>("[type=password]")].map(({ name }) => name));
  // The box that a rejection adds, or the one that it takes away, holds nothing that was typed.
  return [...new FormData(form)]
    .filter(([name]) => !name.startsWith("_") && !passwords.has(name) && name !== "unbedenklich")
    .map(([name, value]) => `${name}=${String(value)}`);
}

const actionOf = (page: Page, place: number) =>
  page.evaluate(([forms, i]) => document.querySelectorAll(forms)[i]?.getAttribute("action") ?? "", [
    FORMS,
    place,
  ] as const);

/** Presses the button at the end of a form with Enter and waits for the answer to it. */
async function submit(page: Page, place: number): Promise<Response> {
  const answered = page.waitForResponse((r) => r.request().method() === "POST" && !r.url().includes("/entwurf/"));
  const button = page.locator(FORMS).nth(place).locator(".actions button[type=submit]");
  const [response] = await Promise.all([answered, button.first().press("Enter")]);
  return response;
}

/** What the answer says is wrong, or that it says nothing; the page may still be on its way. */
async function said(page: Page): Promise<string> {
  const words = page.locator("#fehler, #konflikt").first();
  const text = await words.innerText({ timeout: 3000 }).catch(() => "die Seite sagt nicht, warum");
  return text.replaceAll(/\s+/g, " ");
}

/** Runs in the page. The summary has the focus, and each of its links leads to a field that says what is wrong with it. */
function summaryProblems(): string[] {
  const summary = document.getElementById("fehler");
  const found =
    document.activeElement === summary ? [] : [`Fokus auf ${document.activeElement?.outerHTML.slice(0, 80)}`];
  if (!document.title.startsWith("Fehler: ")) found.push(`Titel nach der Ablehnung „${document.title}“`);
  const sentences = [...(summary?.querySelectorAll("li") ?? [])].map((li) => li.textContent);
  const twice = sentences.find((one, i) => sentences.indexOf(one) < i);
  if (twice !== undefined) found.push(`„${twice}“ steht zweimal in der Übersicht`);
  for (const link of summary?.querySelectorAll("a") ?? []) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const marked = field?.closest("[aria-invalid=true]") ?? null;
    if (field?.checkVisibility() !== true) found.push(`${link.hash} führt nirgendwohin`);
    else if (marked === null) found.push(`${link.hash} ist nicht als falsch gekennzeichnet`);
    else if (document.getElementById(marked.getAttribute("aria-describedby")?.split(" ")[0] ?? "") === null)
      found.push(`${link.hash} sagt nicht, was falsch ist`);
  }
  return found;
}

/** Sends every form of the page mistyped: told what is wrong, nothing typed is lost, and the page is as good as before. */
export async function rejectForms(page: Page, places: readonly number[], show: () => Promise<void>): Promise<Problems> {
  const found: Problems = [];
  for (const place of places) {
    await show();
    const address = page.url();
    await page.evaluate(mistype, [FORMS, place] as const);
    const action = await actionOf(page, place);
    let before = await page.evaluate(standing, action);
    let status = (await submit(page, place)).status();
    if (status === 303) {
      // What could not be refused was done, and may have taken the page with it.
      if ((await page.request.get(address)).status() === 404) continue;
      await show();
      if (!(await page.evaluate(overfill, [FORMS, place] as const))) continue;
      before = await page.evaluate(standing, action);
      status = (await submit(page, place)).status();
    }
    if (status !== 422) {
      found.push(`${action}: ${status} statt 422 (${await said(page)})`);
      continue;
    }
    await page.locator("#fehler").waitFor();
    // The script puts the answer in its place and then the focus; a page that never does says so below.
    await page
      .locator("#fehler:focus")
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
    const after = await page.evaluate(standing, action);
    const lost = before.filter((pair) => !after.includes(pair));
    if (lost.length > 0) found.push(`${action} verliert ${lost.join(", ")}`);
    found.push(...(await page.evaluate(summaryProblems)), ...(await frameProblems(page)), ...(await looks(page, PART)));
    await page.setViewportSize(PHONE);
    found.push(...(await looks(page, PART)).map((problem) => `320: ${problem}`));
    await page.setViewportSize(WIDE);
  }
  return found;
}

/**
 * Runs in the page. Chooses where nothing is chosen yet and counts where nothing is counted, so that it is the record that is refused
 * and not what is missing.
 */
function fillOpen([forms, place]: readonly [string, number]): void {
  const form = document.querySelectorAll<HTMLFormElement>(forms)[place];
  for (const field of form?.elements ?? []) {
    if (!field.checkVisibility()) continue;
    const counts = field instanceof HTMLInputElement && field.inputMode === "numeric" && field.value === "";
    if (counts && field.labels?.[0]?.querySelector(".opt") === null) field.value = "30";
    if (field instanceof HTMLSelectElement && field.value === "")
      field.selectedIndex = Math.min(1, field.options.length - 1);
    const open =
      field instanceof HTMLInputElement &&
      field.type === "radio" &&
      form?.querySelector(`[name="${field.name}"]:checked`) === null;
    if (open) field.checked = true;
  }
}

/** Sends every form of a record that somebody else has changed meanwhile: both versions, nothing lost, nothing hidden. */
export async function outdateForms(
  page: Page,
  places: readonly number[],
  show: () => Promise<void>,
): Promise<Problems> {
  const found: Problems = [];
  for (const place of places) {
    await show();
    const form = page.locator(FORMS).nth(place);
    await form.locator("[name=_version]").evaluate((field) => field.setAttribute("value", "0"));
    if ((await form.locator("[name=geprueft]").count()) > 0) await form.locator("[name=geprueft]").check();
    await page.evaluate(fillOpen, [FORMS, place] as const);
    for (const name of ["grund", "text"]) {
      const field = form.locator(`textarea[name=${name}], input[name=${name}]`);
      if ((await field.count()) > 0) await field.fill("Das bleibt stehen");
    }
    const action = await actionOf(page, place);
    const before = await page.evaluate(standing, action);
    const status = (await submit(page, place)).status();
    if (status !== 409) {
      found.push(`${action}: ${status} statt 409 (${await said(page)})`);
      continue;
    }
    await page.locator("#konflikt").waitFor();
    const after = await page.evaluate(standing, action);
    const lost = before.filter((pair) => !after.includes(pair));
    if (lost.length > 0) found.push(`${action} verliert ${lost.join(", ")}`);
    if ((await page.locator("#konflikt:focus").count()) !== 1) found.push("Fokus nicht auf dem Hinweis");
    found.push(...(await frameProblems(page)), ...(await looks(page, PART)));
    await page.setViewportSize(PHONE);
    found.push(...(await looks(page, PART)).map((problem) => `320: ${problem}`));
    await page.setViewportSize(WIDE);
  }
  return found;
}
