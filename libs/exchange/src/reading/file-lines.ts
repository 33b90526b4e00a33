/** The line of the file on which each record begins. Only the places where the distance between the two numbers changes are kept. */
export class FileLines {
  private readonly lines: number[] = [];
  private readonly distances: number[] = [];

  /** @param line number of the record; records must come in their order */
  add(line: number, fileLine: number): void {
    const distance = fileLine - line;
    if (line === 0 || distance === (this.distances.at(-1) ?? 0)) return;
    this.lines.push(line);
    this.distances.push(distance);
  }

  fileLine(line: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.lines[middle]! <= line) low = middle + 1;
      else high = middle;
    }
    return line + (this.distances[low - 1] ?? 0);
  }

  /** `ligne 12 (ligne 15 du fichier)`; the second number is left out where it is the same. */
  textOf(line: number): string {
    return lineText(line, this.fileLine(line));
  }
}

export function lineText(line: number, fileLine: number = line): string {
  return fileLine === line ? `ligne ${line}` : `ligne ${line} (ligne ${fileLine} du fichier)`;
}
