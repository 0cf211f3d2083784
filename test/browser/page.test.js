// The page in a real browser, as people use it.
"use strict";

const assert = require("node:assert/strict");
const { after, afterEach, before, test } = require("node:test");
const { startServer, startBrowser, openPage, lookUp, violations } = require("./harness.js");

let server, browser;
const pages = [];

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
});

// Whatever a test did: nothing in the console, which is where a broken
// Content-Security-Policy shows, and nothing loaded from elsewhere.
afterEach(async () => {
  for (const page of pages.splice(0)) {
    assert.deepEqual(page.complaints, []);
    for (const url of page.requests) {
      assert.ok(url.startsWith(server.url) || url.startsWith(server.ownURL), `the page asked for ${url}`);
      assert.ok(!url.includes("user"), `the address is in ${url}`);
    }
    await page.context().close();
  }
});

async function open(options, url = server.url) {
  const page = await openPage(browser, options);
  pages.push(page);
  await page.goto(url);
  return page;
}

const addresses = ["user@sina.com", "user@qq.com", "user@gmail.com", "user@outlook.com", "user@proton.me", "user@unknown.example", "sina.com"];

test("an address is typed and the steps are read, without a reload", async () => {
  const page = await open();
  await page.evaluate(() => { window.stayed = true; });
  await lookUp(page, "user@sina.com");
  assert.equal(await page.evaluate(() => window.stayed), true);
  assert.equal(await page.textContent(".secret .name"), "client authorization code");
  assert.match(await page.textContent(".secret"), /客户端授权码 · 16 characters/);
  assert.equal(await page.locator(".slots i").count(), 16);
  assert.equal(await page.locator(".steps li").count(), 6);
  assert.match(await page.title(), /^Sina Mail/);
  assert.equal(page.url(), server.url);
});

test("the next address replaces the answer", async () => {
  const page = await open();
  await lookUp(page, "user@sina.com");
  await lookUp(page, "user@qq.com");
  assert.match(await page.textContent("#heading"), /QQ Mail/);
  await lookUp(page, "user@unknown.example");
  assert.match(await page.textContent("#answer"), /Check the spelling/);
  assert.equal(await page.locator(".secret").count(), 0);
});

test("the keyboard is enough, and a screen reader is led to the answer", async () => {
  const page = await open();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press("Tab");
  }
  assert.equal(await page.evaluate(() => document.activeElement.id), "address");
  await page.keyboard.type("user@sina.com");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#heading");
  assert.equal(await page.evaluate(() => document.activeElement.id), "heading");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Open the webmail");
});

test("a value is copied", async () => {
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await lookUp(page, "user@sina.com");
  await page.getByRole("button", { name: "Copy imap.sina.com" }).click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "imap.sina.com");
  assert.equal(await page.textContent("#said"), "Copied: imap.sina.com");
});

test("a value is copied over plain http too", async () => {
  const page = await open({}, server.ownURL);
  assert.equal(await page.evaluate(() => navigator.clipboard), undefined);
  await page.getByRole("button", { name: "Copy imap.example.com" }).click();
  await page.focus("#address");
  await page.keyboard.press("Control+V");
  assert.equal(await page.inputValue("#address"), "imap.example.com");
});

test("the language can be switched, and stays", async () => {
  const page = await open();
  await lookUp(page, "user@sina.com");
  await page.getByRole("button", { name: "简体中文" }).click();
  await page.waitForSelector("html[lang=zh-Hans]");
  assert.equal(await page.textContent(".secret .name"), "客户端授权码");
  await lookUp(page, "user@qq.com");
  assert.equal(await page.textContent(".secret .name"), "授权码");
  await page.getByRole("button", { name: "繁體中文" }).click();
  await page.waitForSelector("html[lang=zh-Hant]");
  assert.match(await page.textContent(".secret h3"), /密碼欄/);
});

test("the browser's language is the first choice", async () => {
  for (const [locale, lang] of [["zh-CN", "zh-Hans"], ["zh-TW", "zh-Hant"], ["de-DE", "en"]]) {
    const page = await open({ locale });
    assert.equal(await page.getAttribute("html", "lang"), lang);
  }
});

test("dark mode is dark, light mode is light", async () => {
  for (const colorScheme of ["dark", "light"]) {
    const page = await open({ colorScheme });
    const red = await page.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));
    assert.equal(red < 64, colorScheme === "dark", `${colorScheme}: red is ${red}`);
  }
});

test("nothing is wider than a phone", async () => {
  for (const width of [360, 320]) {
    const page = await open({ viewport: { width, height: 700 } });
    for (const address of addresses) {
      await lookUp(page, address);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(needed <= width, `${address}: ${needed} pixels on a screen of ${width}`);
    }
  }
});

test("without JavaScript the page does the same", async () => {
  const page = await open({ javaScriptEnabled: false });
  await lookUp(page, "user@sina.com");
  assert.equal(await page.textContent(".secret .name"), "client authorization code");
  assert.equal(await page.locator(".steps li").count(), 6);
  assert.equal(await page.locator(".copy").count(), 0, "buttons that cannot work");
  await page.getByRole("button", { name: "简体中文" }).click();
  await page.waitForSelector("html[lang=zh-Hans]");
  assert.equal(await page.textContent(".secret .name"), "客户端授权码");
});

test("the profile can be fetched, and the QR code is drawn", async () => {
  const page = await open();
  await lookUp(page, "user@sina.com");
  const code = page.locator("figure img");
  await code.scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector("figure img").naturalWidth > 0);
  const download = page.waitForEvent("download");
  await page.click(".programs a.button");
  assert.equal((await download).suggestedFilename(), "sina.com.mobileconfig");
});

test("an own domain has its page", async () => {
  const page = await open({}, server.ownURL);
  assert.match(await page.textContent("header"), /Example Post/);
  assert.equal(await page.evaluate(() => document.querySelector("header .logo").naturalWidth), 88);
  assert.match(await page.textContent("main"), /Help desk: \+1 555 0100/);
  assert.equal(await page.inputValue("#address"), "");
  await lookUp(page, "user@example.com");
  assert.match(await page.textContent(".servers"), /user@example\.com/);
  assert.match(await page.textContent("header"), /Example Post/);
});

test("the log holds no address", async () => {
  const page = await open();
  await lookUp(page, "user@sina.com");
  assert.ok(!server.log().includes("user@"), server.log());
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [800, 360]) {
    test(`axe-core finds nothing: ${colorScheme}, ${width} pixels`, async () => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      assert.deepEqual(await violations(page), [], "the first page");
      for (const address of addresses) {
        await lookUp(page, address);
        for (const summary of await page.locator("summary").all()) {
          await summary.click();
        }
        assert.deepEqual(await violations(page), [], address);
      }
      await page.goto(server.ownURL + "?lang=zh-Hant");
      assert.deepEqual(await violations(page), [], "an own domain");
    });
  }
}
