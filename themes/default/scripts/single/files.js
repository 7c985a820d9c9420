/**
 * The files of a course that is one file: each is deflated and in base64, in a script element that is not executed. They are taken out
 * of the document once, before its first page is shown.
 */

/** What a browser must know of a file to show it; of any other it is only bytes. @type {Record<string, string>} */
const TYPES = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
};

/** The sign before the number of a line that several pages share (`src/package/html.rs`). */
const REFERENCE = '\u0001';

export class CourseFiles {
  /** @type {Map<string, string>} */
  #packed = new Map();
  /** @type {Map<string, string>} */
  #addresses = new Map();
  /** @type {Promise<string[]> | undefined} */
  #lines;

  constructor() {
    for (const element of document.querySelectorAll('script[data-file]')) {
      if (element instanceof HTMLElement) this.#packed.set(element.dataset.file ?? '', element.textContent ?? '');
    }
  }

  /** @param {string} path */
  has(path) {
    return path !== '' && this.#packed.has(path);
  }

  /** @param {string} path @returns {Promise<string>} */
  async text(path) {
    return new TextDecoder().decode(await this.#bytes(path));
  }

  /** A page, with the lines that it shares with others. @param {string} path */
  async page(path) {
    this.#lines ??= this.text('').then((text) => text.split('\n'));
    const [lines, text] = await Promise.all([this.#lines, this.text(path)]);
    return text
      .split('\n')
      .map((line) => (line.startsWith(REFERENCE) ? lines[Number(line.slice(1))] : line))
      .join('\n');
  }

  /** An address of a file for as long as the document lives. @param {string} path @returns {Promise<string>} */
  async address(path) {
    const known = this.#addresses.get(path);
    if (known !== undefined) return known;
    const type = TYPES[/[^.]*$/.exec(path)?.[0].toLowerCase() ?? ''] ?? 'application/octet-stream';
    const address = URL.createObjectURL(new Blob([await this.#bytes(path)], { type }));
    this.#addresses.set(path, address);
    return address;
  }

  /** @param {string} path @returns {Promise<ArrayBuffer>} */
  #bytes(path) {
    const packed = Uint8Array.from(atob(this.#packed.get(path) ?? ''), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).arrayBuffer();
  }
}
