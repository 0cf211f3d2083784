// Makes the page answer without a reload, and puts a button beside each value
// that is worth copying. Without this file everything works but those.
"use strict";

const words = document.body.dataset;

function say(text) {
  document.getElementById("said").textContent = text;
}

async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Plain http: browsers keep the clipboard from such pages, but not this way.
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

function addCopyButtons() {
  for (const value of document.querySelectorAll("[data-value]")) {
    const text = value.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-label", words.copy + " " + text);
    button.addEventListener("click", async () => {
      await copy(text);
      button.focus();
      button.textContent = words.copied;
      say(words.copied + ": " + text);
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    value.after(button);
  }
}

// The answer is a part of the same page that a browser without scripts gets.
function show(page) {
  for (const id of ["answer", "languages"]) {
    document.getElementById(id).replaceWith(page.getElementById(id));
  }
  document.title = page.title;
  addCopyButtons();
  document.getElementById("heading").focus();
}

async function ask(event) {
  event.preventDefault();
  const form = event.target;
  say(words.working);
  form.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    show(new DOMParser().parseFromString(await response.text(), "text/html"));
    say("");
  } catch {
    form.submit();
  } finally {
    form.removeAttribute("aria-busy");
  }
}

addCopyButtons();
document.getElementById("ask").addEventListener("submit", ask);
