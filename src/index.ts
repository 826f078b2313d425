/** The public surface of egov-kz: all that a notebook may import. */
export {};
