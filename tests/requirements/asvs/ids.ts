/** How many requirements each section of these chapters has in ASVS 5.0.0, counted by hand: 171 in all. They are numbered without gaps. */
export const SECTIONS: Record<string, number> = {
  '2.1': 3, '2.2': 3, '2.3': 5, '2.4': 2,
  '3.1': 1, '3.2': 3, '3.3': 5, '3.4': 8, '3.5': 8, '3.6': 1, '3.7': 5,
  '6.1': 3, '6.2': 12, '6.3': 8, '6.4': 6, '6.5': 8, '6.6': 4, '6.7': 2, '6.8': 4,
  '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2,
  '9.1': 3, '9.2': 4,
  '11.1': 4, '11.2': 5, '11.3': 5, '11.4': 4, '11.5': 2, '11.6': 2, '11.7': 2,
  '14.1': 2, '14.2': 8, '14.3': 3,
  '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 4,
}

/** How many of them are of each level. */
export const LEVELS = { 1: 40, 2: 89, 3: 42 }
