// Makes the pictures of the documentation small: a page has few colours, so that a
// palette of 256 shows it as well, in a third of the bytes (PNG, ISO/IEC 15948).
"use strict";

const zlib = require("node:zlib");

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

// crc32 is the check sum of a chunk (PNG, ISO/IEC 15948, annex D); zlib.crc32 is
// younger than the Node.js of Debian 12.
function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}

// withPalette takes a PNG of 8-bit RGB, as Chromium writes them, and gives the same
// picture in its 256 most frequent colours; the others, at the edges of letters,
// become the nearest of them.
function withPalette(png) {
  const { width, height, pixels } = read(png);
  const counts = new Map();
  for (let i = 0; i < pixels.length; i += 3) {
    const colour = pixels.readUIntBE(i, 3);
    counts.set(colour, (counts.get(colour) || 0) + 1);
  }
  const colours = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
  const palette = colours.slice(0, 256);
  return write(width, height, pixels, palette, new Map(colours.map((c) => [c, nearest(palette, c)])));
}

// nearest is the index of the colour of a palette that differs least.
function nearest(palette, colour) {
  const distances = palette.map((other) => distance(colour, other));
  return distances.indexOf(Math.min(...distances));
}

function distance(a, b) {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
}

function read(png) {
  let width, height;
  const parts = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at), type = png.toString("latin1", at + 4, at + 8), data = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      if (data[8] !== 8 || data[9] !== 2) {
        throw new Error("not a PNG of 8-bit RGB");
      }
    } else if (type === "IDAT") {
      parts.push(data);
    }
    at += length + 12;
  }
  return { width, height, pixels: unfilter(zlib.inflateSync(Buffer.concat(parts)), width * 3, height) };
}

// unfilter undoes the prediction of each row from its neighbours (section 9).
function unfilter(rows, stride, height) {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : pixels[at - 3], up = y ? pixels[at - stride] : 0, corner = x < 3 || !y ? 0 : pixels[at - stride - 3];
      const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter];
      pixels[at] = rows[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return pixels;
}

function paeth(left, up, corner) {
  const p = left + up - corner, a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function write(width, height, pixels, palette, indexes) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 3;
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, i) => colours.writeUIntBE(colour, i * 3, 3));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexes.get(pixels.readUIntBE((y * width + x) * 3, 3));
    }
  }
  const data = zlib.deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

module.exports = { withPalette };
