const light = `
  --paper: #ffffff;
  --ink: #3b3b3b;
  --muted: #616161;
  --rule: #e5e5e5;
  --link: #005fb8;
  --bar: #b4b4b4;
  --trained: #1a6fc4;
  --look: #bf8803;
  --error: #b01011;
  --warning: #855f00;
  --target: #f2f6fb;
  --hover: #f4f4f4;`;

const dark = `
  --paper: #1f1f1f;
  --ink: #cccccc;
  --muted: #a0a0a0;
  --rule: #3a3a3a;
  --link: #4daafc;
  --bar: #616161;
  --trained: #59a4f9;
  --look: #cca700;
  --error: #f88070;
  --warning: #d7ba4d;
  --target: #26303b;
  --hover: #2a2a2a;`;

/** The colours of a report page: light, dark if the reader's system is, and the system's own if it forces them. */
export const reportColors = `
:root {${light}
  color-scheme: light;
}
@media screen and (prefers-color-scheme: dark) {
  :root {${dark}
    color-scheme: dark;
  }
}
@media (forced-colors: active) {
  :root {
    --paper: Canvas;
    --ink: CanvasText;
    --muted: CanvasText;
    --rule: CanvasText;
    --link: LinkText;
    --bar: CanvasText;
    --trained: Highlight;
    --look: CanvasText;
    --error: CanvasText;
    --warning: CanvasText;
    --target: Canvas;
    --hover: Canvas;
  }
}
`;
