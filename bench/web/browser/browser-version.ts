import { launchBrowser } from './launch-browser.ts';

export async function browserVersion(): Promise<string> {
  await using browser = await launchBrowser();
  return browser.version();
}
