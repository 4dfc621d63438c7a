"""What was said and written: templates of touchpoints by theme.

`== theme kind direction role` (direction `-` for none; role: who of the staff does it), then lines of
`subject|text` with slots in braces, filled by `texts.py`:
{wer} {wem} {wen} the person in that case, {p} {p2} products, {menge} {viel} a quantity and a large one,
{nr} {datum} {betrag} number, date, net value of the order, {tag} a coming weekday, {ort} town,
{firma} customer, {kollege} a colleague, {prozent} a small percentage.
"""
