// How long a deleted run can be put back: said by the page, kept by the archive.

export const DELETED_KEPT_DAYS = 7;
