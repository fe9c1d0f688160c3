/// Names of cells and columns as spreadsheet programs write them: `D7`, `AA`.
public enum CellName {
    /// The letters of a column, counted from 1: 1 is `A`, 27 is `AA`.
    public static func column(_ column: Int) -> String {
        var letters: [Character] = []
        var rest = column
        while rest > 0 {
            let digit = (rest - 1) % 26
            letters.append(Character(Unicode.Scalar(UInt8(65 + digit))))
            rest = (rest - 1) / 26
        }
        return String(letters.reversed())
    }

    /// `D7` for row 7 and column 4, both counted from 1.
    public static func name(row: Int, column: Int) -> String { "\(self.column(column))\(row)" }

    /// The row and column of `D7` or `$D$7`, counted from 1; nil for what is no cell of a sheet.
    static func parse(_ name: some Sequence<UInt8>) -> (row: Int, column: Int)? {
        var row = 0
        var column = 0
        for byte in name {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - 64)
                guard column <= 16_384 else { return nil }
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - 48)
                guard row <= 1_048_576 else { return nil }
            default: return nil
            }
        }
        return row > 0 && column > 0 ? (row, column) : nil
    }
}
