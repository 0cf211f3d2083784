// Starts what the tests need: the program under test, and a browser.
"use strict";

const { spawn } = require("node:child_process");
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const program = path.resolve(__dirname, process.env.SIGNPOST || "../../bin/signpost");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// The own domain of the tests; the browser finds it on this machine.
const ownHost = "autoconfig.example.com";

// startServer resolves when the program says where it listens.
function startServer(...flags) {
  const args = ["serve", "--http", "127.0.0.1:0", "--public-url", "https://mail.example.net", "--providers", path.join(__dirname, "providers"), ...flags];
  const server = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let log = "";
    server.on("error", reject);
    server.on("exit", () => reject(new Error("the server ended:\n" + log)));
    server.stderr.on("data", (data) => {
      log += data;
      const serving = log.match(/serving.*?\bhttp"?[=:]"?127\.0\.0\.1:(\d+)/);
      if (serving) {
        const port = serving[1];
        resolve({ url: `http://127.0.0.1:${port}/`, ownURL: `http://${ownHost}:${port}/`, log: () => log, stop: () => server.kill() });
      }
    });
  });
}

function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      // The sandbox does not work for root, which is who runs the tests in CI.
      ...(process.getuid() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", `--host-resolver-rules=MAP ${ownHost} 127.0.0.1`,
    ],
  });
}

// openPage opens a page in a context of its own and notes what went wrong on it
// and what it asked for.
async function openPage(browser, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 800, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.requests = [];
  page.on("console", (message) => {
    // A browser reports a 404 in the console; an unknown domain is one.
    if (!/^Failed to load resource: .* 404 /.test(message.text())) {
      page.complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => page.requests.push(request.url()));
  return page;
}

// lookUp types an address and waits until its answer stands there.
async function lookUp(page, address) {
  await page.fill("#address", address);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.press("#address", "Enter");
  await answered;
  await page.waitForSelector("#ask:not([aria-busy])");
  await page.waitForSelector("#heading");
}

// violations lists what axe-core finds wrong with a page, for WCAG 2.2 AA and its
// own best practices.
async function violations(page) {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await page.evaluate((values) => window.axe.run({ runOnly: { type: "tag", values } }), tags);
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
}

module.exports = { startServer, startBrowser, openPage, lookUp, violations };
