/**
 * Predictions on the training data itself that are as wrong as predictions on new text: each part of the data is
 * predicted by a model trained on the other parts.
 */
export function jackknife<Item, Prediction>(
  items: readonly Item[],
  folds: number,
  train: (isTraining: (index: number) => boolean) => (item: Item, index: number) => Prediction,
): Prediction[] {
  const predictions: Prediction[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const predict = train((index) => index % folds !== fold);
    items.forEach((item, index) => {
      if (index % folds === fold) predictions[index] = predict(item, index);
    });
  }
  return predictions;
}
