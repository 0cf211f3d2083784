// A DNS server for the doctor: the domain of the tests exists and has addresses, all
// of them private; no other name exists.
"use strict";

const dgram = require("node:dgram");

const noError = 0, noSuchName = 3, typeA = 1;

// nameOf reads the name of the question, which begins behind the header, and finds
// its end.
function nameOf(query) {
  const labels = [];
  let at = 12;
  while (query[at] > 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + query[at]));
    at += 1 + query[at];
  }
  return { name: labels.join(".").toLowerCase(), end: at + 5 };
}

// answerTo makes the reply to a query (RFC 1035, section 4.1).
function answerTo(query, domain) {
  const { name, end } = nameOf(query);
  const known = name === domain || /^(autoconfig|autodiscover|imap|smtp)\./.test(name) && name.endsWith("." + domain);
  const type = query.readUInt16BE(end - 4);
  // The name of the record is a pointer to that of the question; it lives a minute.
  const record = known && type === typeA ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 0, 1]) : Buffer.alloc(0);
  const reply = Buffer.concat([query.subarray(0, end), record]);
  reply.writeUInt16BE(0x8180 | (known ? noError : noSuchName), 2);
  reply.writeUInt16BE(record.length > 0 ? 1 : 0, 6);
  reply.writeUInt16BE(0, 8);
  reply.writeUInt16BE(0, 10);
  return reply;
}

// startDNS resolves when the server answers.
function startDNS(domain) {
  const socket = dgram.createSocket("udp4");
  socket.on("message", (query, from) => socket.send(answerTo(query, domain), from.port, from.address));
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.bind(0, "127.0.0.1", () => resolve({ at: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() }));
  });
}

module.exports = { startDNS };
