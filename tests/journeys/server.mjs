// A static host such as people use: it knows folders, types and brotli, and nothing of the app.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * Serves the folder `dir` below the path `prefix` of a free port of this machine.
 *
 * `requests` grows by `{ method, path, status, bytes }` for every answer; `bytes` is what travelled
 * as the body, so a journey can tell what a visit costs. `extra` are more headers, by the end of a file's name.
 */
export async function serve(dir, prefix = "/", extra = {}) {
  const base = `/${prefix}/`.replace(/\/+/g, "/");
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = await find(dir, base, pathname, request.headers["accept-encoding"] ?? "");
    const entry = { method: request.method, path: pathname, status: file?.status ?? 404, bytes: file?.size ?? 0 };
    requests.push(entry);
    if (!file) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("not found");
      return;
    }
    response.writeHead(file.status, { ...file.headers, ...extra[extname(pathname)], "Cache-Control": "no-store", Vary: "Accept-Encoding" });
    if (request.method === "HEAD" || !file.path) response.end();
    else createReadStream(file.path).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The file for a path, in brotli where there is one and the browser takes it. */
async function find(dir, base, pathname, encodings) {
  if (`${pathname}/` === base) return { status: 301, size: 0, headers: { Location: base } };
  if (!pathname.startsWith(base)) return undefined;
  const name = decode(pathname.slice(base.length));
  if (name === undefined) return undefined;
  const path = normalize(join(dir, name.endsWith("/") || name === "" ? `${name}index.html` : name));
  if (!path.startsWith(normalize(dir + sep))) return undefined;
  const plain = await size(path);
  if (plain === undefined) return undefined;
  const headers = { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" };
  const packed = /\bbr\b/.test(encodings) ? await size(`${path}.br`) : undefined;
  if (packed === undefined) return { status: 200, path, size: plain, headers: { ...headers, "Content-Length": plain } };
  const encoded = { ...headers, "Content-Encoding": "br", "Content-Length": packed };
  return { status: 200, path: `${path}.br`, size: packed, headers: encoded };
}

async function size(path) {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
