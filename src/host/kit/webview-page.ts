import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { stringifyNonFiniteJson } from '../../core/run/non-finite-json.ts';
import type { Port } from '../../core/protocol/channel.ts';

/** The bundles of dist/webview. */
export type WebviewBundle = 'preview' | 'runs' | 'compare' | 'conversations' | 'report';

/** What a webview may load: the bundles' folder alone. */
export function webviewOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [bundles(extension)] };
}

/** The page of a bundle: nothing from elsewhere, scripts by nonce, no port, no inline style but what uPlot sets by script. */
export function webviewHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  bundle: WebviewBundle,
  language: string,
): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(bundles(extension), name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="UTF-8">
<title>Tuning Fork</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file('codicon.css')}">
<link rel="stylesheet" href="${file(`${bundle}.css`)}">
</head>
<body>
<div id="root"></div>
<script type="module" nonce="${nonce}" src="${file(`${bundle}.js`)}"></script>
</body>
</html>`;
}

/** A webview's messages as a channel's port. */
export function webviewPort(webview: vscode.Webview): Port {
  return {
    // VS Code sends JSON, in which a loss of NaN would become null; the schemas take the strings that this makes of it.
    post: (message) => void webview.postMessage(JSON.parse(stringifyNonFiniteJson(message))),
    listen: (listener) => webview.onDidReceiveMessage(listener),
  };
}

function bundles(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}
