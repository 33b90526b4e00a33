/** The encoder of QR codes that pdfmake carries: public domain, of Kang Seonghoon. It gives squares to draw. */
declare module 'pdfmake/src/qrEnc.js' {
  interface DrawnCode {
    readonly _canvas: readonly { readonly x: number; readonly y: number; readonly w: number; readonly h: number }[];
    readonly _width: number;
  }
  const encoder: {
    measure(node: { readonly qr: string; readonly eccLevel: 'L' | 'M'; readonly padding: number }): DrawnCode;
  };
  export default encoder;
}
