// Pictures for the documentation, of the same program in the same run.
"use strict";

const assert = require("node:assert/strict");
const { mkdirSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { withPalette } = require("./picture.js");
const { startServer, startBrowser, openPage, lookUp } = require("./harness.js");

const directory = path.resolve(__dirname, process.env.SCREENSHOTS || "../../bin/screenshots");

let server, browser;

before(async () => {
  mkdirSync(directory, { recursive: true });
  server = await startServer();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
});

const pictures = [
  { name: "sina", address: "user@sina.com" },
  { name: "qq", address: "user@qq.com" },
  { name: "gmail", address: "user@gmail.com" },
  { name: "outlook", address: "user@outlook.com" },
  { name: "proton", address: "user@proton.me" },
  { name: "unknown", address: "user@unknown.example" },
  { name: "own-domain" },
  { name: "sina-phone", address: "user@sina.com", options: { colorScheme: "dark", viewport: { width: 360, height: 740 } } },
];

for (const { name, address, options } of pictures) {
  for (const [lang, locale] of [["en", "en-GB"], ["zh", "zh-CN"]]) {
    test(`${name}.${lang}.png`, async () => {
      const page = await openPage(browser, { locale, viewport: { width: 720, height: 640 }, ...options });
      await page.goto(address ? server.url : server.ownURL);
      if (address) {
        await lookUp(page, address);
      }
      // A picture of the whole page shows what is loaded when it is scrolled to.
      for (const image of await page.locator("img:visible").all()) {
        await image.scrollIntoViewIfNeeded();
        await image.evaluate((i) => i.decode());
      }
      const picture = withPalette(await page.screenshot({ fullPage: true }));
      await page.context().close();
      assert.ok(picture.length < 120_000, `${picture.length} bytes`);
      writeFileSync(path.join(directory, `${name}.${lang}.png`), picture);
    });
  }
}
