/*
 * Photos and papers on their way: made small in the page, kept until they are taken, sent with
 * the progress to see.
 */

const LONGEST_SIDE = 2000;
const MOST_BYTES = 10 * 1024 * 1024;
const SILENCE = 30_000;

/* Why a file cannot be sent; the key of a sentence. */
export class Unfit extends Error {}

/* A file as it will be sent: a JPEG of at most 2,000 pixels, or a PDF as it is. */
export async function prepare(file) {
  if (file.type === "application/pdf" || /\.pdf$/i.test(file.name)) {
    if (file.size > MOST_BYTES) throw new Unfit("too-big");
    return new Blob([file], { type: "application/pdf" });
  }
  if (!file.type.startsWith("image/") && !/\.(jpe?g|png|webp|hei[cf])$/i.test(file.name)) {
    throw new Unfit("not-accepted");
  }
  const picture = await decode(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.naturalWidth, picture.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  if (!small) throw new Unfit("unreadable");
  return small;
}

async function decode(file) {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
  } catch {
    URL.revokeObjectURL(picture.src);
    const heic = /hei[cf]/i.test(file.type) || /\.hei[cf]$/i.test(file.name);
    throw new Unfit(heic ? "heic" : "unreadable");
  }
  if (!picture.naturalWidth) throw new Unfit("not-accepted");
  return picture;
}

/* The server's last word on the file; rejects when the network failed. */
export function upload(id, blob, language, progressed) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let silence;
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE);
    };
    request.open("POST", `/chat/photo?id=${id}&lang=${language}`);
    request.setRequestHeader("Content-Type", blob.type);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => {
      alive();
      progressed(loaded / total);
    };
    request.onloadend = () => {
      clearTimeout(silence);
      if (request.status === 200 && request.response) resolve(request.response);
      else reject(new Error(request.status));
    };
    alive();
    request.send(blob);
  });
}

/* The bytes of unsent files, by the id of their message. */
export const bytes = {
  put: (id, blob) => inStore("readwrite", (store) => store.put(blob, id)),
  get: (id) => inStore("readonly", (store) => store.get(id)),
  delete: (id) => inStore("readwrite", (store) => store.delete(id)),
  clear: () => inStore("readwrite", (store) => store.clear()),
};

const memory = new Map();

/* Where the browser forbids IndexedDB, this window's memory has to do. */
async function inStore(mode, ask) {
  try {
    const database = await finished(
      Object.assign(indexedDB.open("talk", 1), {
        onupgradeneeded: (event) => event.target.result.createObjectStore("files"),
      }),
    );
    const answer = await finished(ask(database.transaction("files", mode).objectStore("files")));
    database.close();
    return answer;
  } catch {
    return ask({
      put: (blob, id) => memory.set(id, blob),
      get: (id) => memory.get(id),
      delete: (id) => memory.delete(id),
      clear: () => memory.clear(),
    });
  }
}

function finished(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
