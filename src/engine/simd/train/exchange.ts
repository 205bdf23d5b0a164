// Rows of a list exchanged with new ones, in place: GanvasRowExchange.
import { defineKernel, input } from '../stock/define';

export const rowExchange = defineKernel('GanvasRowExchange', (backend, inputs) => {
  const [held, fresh, shown, placed] = ['held', 'fresh', 'shown', 'placed'].map((name) =>
    input(inputs, name),
  );
  const [batch, columns] = fresh.shape;
  const out = backend.makeOutput([batch, columns], 'float32');
  const pointers = [held, fresh, shown, placed, out].map((one) => backend.pointer(one));
  backend.module.run('exchangeRows', ...pointers, held.shape[0], batch, columns);
  return out;
});
