/** What a service worker has, as far as the one of a site uses it: TypeScript's library of it cannot be beside that of pages. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerFetch extends WorkerEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerPage {
  readonly id: string;
  postMessage(message: unknown): void;
}

interface WorkerMessage extends WorkerEvent {
  readonly source: WorkerPage | null;
  readonly data: any;
}

interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly WorkerPage[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', act: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', act: (event: WorkerFetch) => void): void;
  addEventListener(type: 'message', act: (event: WorkerMessage) => void): void;
}
