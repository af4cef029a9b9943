/** The largest file that may be uploaded: above what cameras and telephones make of one picture, 8 to 25 MB. */
export const LARGEST_FILE_MB = 30
export const LARGEST_FILE = LARGEST_FILE_MB * 1024 * 1024
