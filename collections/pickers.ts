/** How the admin shows and asks for dates: as officials write them. A moment is asked for with its time, a day without. */
export const DAY = { date: { pickerAppearance: 'dayOnly', displayFormat: 'yyyy-MM-dd' } } as const

export const DAY_AND_TIME = {
  date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm', timeFormat: 'HH:mm' },
} as const
