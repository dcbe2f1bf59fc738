import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Puts `x.js.gz` and `x.js.br` beside `x.js`, for a server that hands them out as they are. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = Object.values(bundle).filter(({ fileName }) => /\.(js|css)$/.test(fileName));
        for (const output of files) {
          const content = output.type === 'chunk' ? output.code : output.source;
          this.emitFile({
            type: 'asset',
            fileName: `${output.fileName}.gz`,
            source: await toGzip(content, { level: 9 }),
          });
          this.emitFile({
            type: 'asset',
            fileName: `${output.fileName}.br`,
            source: await toBrotli(content, options),
          });
        }
      },
    },
  };
}
