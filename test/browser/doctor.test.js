// The page of the doctor in a real browser. All that it could ask is private, so that
// the report is about what must not be asked.
"use strict";

const assert = require("node:assert/strict");
const { after, afterEach, before, test } = require("node:test");
const { startServer, startBrowser, openPage, violations } = require("./harness.js");
const { startDNS } = require("./dns.js");

let dns, server, browser;
const pages = [];

before(async () => {
  dns = await startDNS("example.com");
  server = await startServer("--doctor", "--resolver", dns.at);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  server?.stop();
  dns?.stop();
});

afterEach(async () => {
  for (const page of pages.splice(0)) {
    assert.deepEqual(page.complaints, []);
    for (const url of page.requests) {
      assert.ok(url.startsWith(server.url + "doctor"), `the page asked for ${url}`);
      assert.ok(!url.includes("user"), `the address is in ${url}`);
    }
    await page.context().close();
  }
});

async function open(options, url = server.url + "doctor") {
  const page = await openPage(browser, options);
  pages.push(page);
  await page.goto(url);
  return page;
}

// examine types an address and waits for the report, or for why there is none.
async function examine(page, address) {
  await page.fill("#address", address);
  await page.press("#address", "Enter");
  await page.waitForSelector("#heading");
}

test("the report comes as events, without a reload", async () => {
  const page = await open();
  await page.evaluate(() => { window.stayed = true; });
  await examine(page, "user@example.com");
  assert.equal(await page.evaluate(() => window.stayed), true);
  assert.equal(await page.textContent("#heading"), "example.com");
  assert.equal(await page.evaluate(() => document.activeElement.id), "heading");
  assert.equal(await page.isVisible("#working"), false);
  assert.match(await page.textContent("#answer"), /no mail client finds settings/);
  assert.match(await page.textContent("#answer"), /no address of the public Internet/);
  assert.ok((await page.locator("tbody tr").count()) > 10);
  assert.ok(page.requests.includes(`${server.url}doctor/events?domain=example.com&lang=en`), page.requests.join(" "));
});

test("without JavaScript the form gets the same report", async () => {
  const page = await open({ javaScriptEnabled: false });
  await examine(page, "user@example.com");
  assert.match(await page.textContent("#answer"), /no mail client finds settings/);
  await page.getByRole("button", { name: "简体中文" }).click();
  await page.waitForSelector("html[lang=zh-Hans]");
  assert.equal(await page.textContent("#heading"), "example.com");
  assert.match(await page.textContent("#answer"), /错误/);
});

test("why there is no report is told", async () => {
  const page = await open({ locale: "zh-TW" });
  await examine(page, "user@unknown.example");
  assert.match(await page.textContent("#answer"), /這裡不檢查這個網域/);
});

test("nothing is wider than a phone", async () => {
  for (const width of [360, 320]) {
    const page = await open({ viewport: { width, height: 700 } });
    await examine(page, "example.com");
    for (const summary of await page.locator("summary").all()) {
      await summary.click();
    }
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(needed <= width, `${needed} pixels on a screen of ${width}`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [800, 360]) {
    test(`axe-core finds nothing: ${colorScheme}, ${width} pixels`, async () => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      assert.deepEqual(await violations(page), [], "the first page");
      await examine(page, "example.com");
      for (const summary of await page.locator("summary:visible").all()) {
        await summary.click();
      }
      assert.deepEqual(await violations(page), [], "the report");
    });
  }
}

test("the log holds no address", async () => {
  assert.match(server.log(), /route=\/doctor\/\*/);
  assert.ok(!/user@|events\?|unknown\.example/.test(server.log()), server.log());
});
