declare const tensorflow: any;
export = tensorflow;
