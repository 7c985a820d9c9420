/**
 * A ZIP archive of a few texts. Compressed if the browser can compress, otherwise as they are: Word takes both.
 */

/** @type {Uint32Array | undefined} */
let table;

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  table ??= new Uint32Array(256).map((_, at) => {
    let value = at;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<Uint8Array<ArrayBuffer> | undefined>} */
async function deflated(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}

const UTF8 = 0x800; // names are UTF-8
const NO_TIME = [0, 0x21]; // the first of January 1980
const VERSION = 20;

/** Numbers of two and of four bytes. @param {[value: number, bytes: 2 | 4][]} fields */
function numbers(fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/**
 * @param {[name: string, text: string][]} files  in the order of the archive
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>}  its bytes, in parts
 */
export async function zipped(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const directory = [];
  let at = 0;
  for (const [name, text] of files) {
    const [path, bytes] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
    const packed = await deflated(bytes);
    const body = packed ?? bytes;
    /** @type {[number, 2 | 4][]} */
    const about = [
      [VERSION, 2],
      [UTF8, 2],
      [packed ? 8 : 0, 2],
      [NO_TIME[0], 2],
      [NO_TIME[1], 2],
      [crc32(bytes), 4],
      [body.length, 4],
      [bytes.length, 4],
      [path.length, 2],
      [0, 2],
    ];
    parts.push(numbers([[0x04034b50, 4], ...about]), path, body);
    directory.push(numbers([[0x02014b50, 4], [VERSION, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), path);
    at += 30 + path.length + body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = numbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [size, 4],
    [at, 4],
    [0, 2],
  ]);
  return [...parts, ...directory, end];
}
