import { expect, test } from 'vitest';
import { isPublished, splitFrames } from '../world/resp-frames.ts';

const published = '*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$4\r\n\r\n\r\n\r\n';
const frames = [
  '+OK\r\n',
  published,
  ':1\r\n',
  '$-1\r\n',
  '*2\r\n*1\r\n:1\r\n$1\r\nx\r\n',
  published.replace('*', '>'),
];
const bytes = Buffer.from(frames.join(''));

test('wherever what Redis says is parted, its values are the same', () => {
  for (let at = 0; at <= bytes.length; at += 1) {
    const first = splitFrames(bytes.subarray(0, at));
    const second = splitFrames(Buffer.concat([first.rest, bytes.subarray(at)]));
    expect([...first.frames, ...second.frames].map(String)).toEqual(frames);
    expect(second.rest).toHaveLength(0);
  }
});

test('what was published is told from answers', () => {
  expect(frames.map((frame) => isPublished(Buffer.from(frame)))).toEqual([
    false,
    true,
    false,
    false,
    false,
    true,
  ]);
});
