// Shows how far a run of the doctor is, and its report without a reload. Without
// this file the form is sent, and the report comes when it is finished.
"use strict";

const words = document.body.dataset;
const form = document.getElementById("ask");
const bar = document.getElementById("progress");

function say(text) {
  document.getElementById("said").textContent = text;
}

// A person who reads along sees every step; a screen reader is told of the kinds.
function step(text, done, total) {
  document.getElementById("step").textContent = text;
  if (total) {
    bar.max = total;
    bar.value = done;
  } else {
    bar.removeAttribute("value");
  }
}

function working(is) {
  document.getElementById("working").hidden = !is;
  if (is) {
    form.setAttribute("aria-busy", "true");
    document.getElementById("answer").replaceChildren();
    step(words.starting);
    say(words.starting);
  } else {
    form.removeAttribute("aria-busy");
    say("");
  }
}

// The report comes as the page that a browser without scripts gets.
function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const id of ["answer", "languages"]) {
    document.getElementById(id).replaceWith(page.getElementById(id));
  }
  document.title = page.title;
  document.getElementById("heading").focus();
}

let source = null;

function ask(event) {
  event.preventDefault();
  source?.close();
  // The part before the @ stays here.
  const typed = document.getElementById("address").value.trim();
  const domain = typed.slice(Math.max(typed.lastIndexOf("@"), typed.lastIndexOf("＠")) + 1);
  source = new EventSource("/doctor/events?" + new URLSearchParams({ domain, lang: document.documentElement.lang }));
  working(true);
  source.addEventListener("progress", (message) => {
    const { done, total } = JSON.parse(message.data);
    if (done < total) {
      step(words.working.replace("{done}", done).replace("{total}", total), done, total);
    } else {
      step(words.probing);
      say(words.probing);
    }
  });
  source.addEventListener("report", (message) => {
    source.close();
    working(false);
    show(JSON.parse(message.data));
  });
  // Why there is no report, an event source cannot read: the form can.
  source.addEventListener("error", () => {
    source.close();
    form.submit();
  });
}

form.addEventListener("submit", ask);
// Who leaves has nothing to be told, and the run may end.
window.addEventListener("beforeunload", () => source?.close());
