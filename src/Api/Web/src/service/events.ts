import { request } from './client';

export interface ServerEvent {
  type: string;
  data: string;
  id: string;
}

const retryMilliseconds = 1000;

/**
 * Server-sent events over fetch, because EventSource cannot send a key. Goes on behind the last event when the connection breaks;
 * ends with the event "done".
 */
export async function* follow(path: string, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  let last = '';
  while (!signal.aborted) {
    try {
      const response = await request(path, { signal, headers: last === '' ? {} : { 'Last-Event-ID': last } });
      for await (const event of parse(response.body!)) {
        last = event.id === '' ? last : event.id;
        yield event;
        if (event.type === 'done') {
          return;
        }
      }
    } catch (error) {
      if (!(error instanceof TypeError)) {
        throw error; // refused or aborted; a TypeError is a broken connection
      }
    }

    await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
  }
}

/** The events of a stream of bytes. */
async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  let event: ServerEvent = { type: 'message', data: '', id: '' };
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.trim() === '') {
          yield event;
          event = { type: 'message', data: '', id: '' };
        } else {
          take(event, line);
        }
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function take(event: ServerEvent, line: string): void {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 1).trim();
  switch (line.slice(0, colon)) {
    case 'event':
      event.type = value;
      break;
    case 'data':
      event.data += value;
      break;
    case 'id':
      event.id = value;
      break;
  }
}
