/** The version of the product, that of package.json, as answers and the documentation show it. */
export const PRODUCT_VERSION = '0.1.0';
